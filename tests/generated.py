"""Generates dossiers of any size for measurements: sources and tracks in equal number, with one meeting and one statement for
each track."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_PARTIES = ("north", "south")
_PAGES_BESIDE = 3
"""The two parties and the mediator have pages too."""


def _words(number: int) -> str:
    """A number as names of plants, so that all sentences are different and none contains a date or a number."""
    return " ".join(
        ["alder", "birch", "cedar", "daisy", "elm", "fern", "grass", "hazel", "iris", "juniper"][int(digit)]
        for digit in str(number)
    )


def _source(n: int) -> str:
    return f"""\
- id: report-{n}
  title: Report number {_words(n)}
  publisher: courier
  affiliation: Nowhere; private newspaper
  language: en
  issued: 2020-01-02
  accessed: 2020-01-03
  url: https://courier.example/{n}
  author: silent
  read: excerpt
  passages:
    - {{address: p1s1, starts: The chair said, ends: met again, speech: indirect, voices: [chair], dates: [2020-01-01]}}
"""


def _track(n: int) -> str:
    return f"- {{id: channel-{n}, title: Channel {_words(n)}, mediators: [chair], format: silent, venue: silent}}\n"


def _event(n: int) -> str:
    return f"""\
- id: round-{n}
  title: Round {_words(n)}
  kind: meeting
  status: held
  date: 2020-01-01
  track: channel-{n}
  format: silent
  venue: silent
  participants: [north, south]
  statements: [claim-{n}]
"""


def _statement(n: int) -> str:
    return f"""\
- id: claim-{n}
  source: report-{n}
  passages: [p1s1]
  chain: [{{speaker: chair, verb: said, date: 2020-01-01}}]
  mode: indirect
  kind: report
  says: both sides had sat down for round {_words(n)}
"""


_COVER = """\
title: A dossier of many pages
question: How long does a large dossier take?
description: Generated for measurements.
as_of: 2020-01-02
base_source: report-0
gist: [claim-0]
method: [Generated.]
licence: CC0 1.0 Universal
licence_url: https://creativecommons.org/publicdomain/zero/1.0/
editors: Nobody
contact: Nowhere
format: 2
"""

_ACTORS = """\
- {id: north, kind: group, name: the North, short: the North, part: party}
- {id: south, kind: group, name: the South, short: the South, part: party}
- {id: chair, kind: person, name: the chair, short: the chair, part: mediator}
- {id: courier, kind: institution, name: the Courier, short: the Courier, part: outlet}
"""


def write_generated(folder: Path, pages: int) -> Path:
    """Writes a valid dossier.

    Args:
        folder: The folder to write to.
        pages: The number of pages for its records. It must be odd, because sources and tracks come in pairs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pairs = max((pages - _PAGES_BESIDE) // 2, 1)
    kinds: dict[str, Callable[[int], str]] = {
        "sources": _source, "tracks": _track, "events": _event, "statements": _statement,
    }  # fmt: skip
    (folder / "dossier.yml").write_text(_COVER, encoding="utf-8")
    (folder / "actors.yml").write_text(_ACTORS, encoding="utf-8")
    for kind, text in kinds.items():
        (folder / f"{kind}.yml").write_text("".join(text(n) for n in range(pairs)), encoding="utf-8")
    return folder
