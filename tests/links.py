"""Requests every address that a dossier names and says what became of it: `nox -s links`.

A page that has moved or gone is for an editor to look at, not a reason to stop a build: whatever comes of it, the task ends
well. A host that answers but turns us away (many news sites do so to programs) is told apart from a page that is gone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from macros.loading.folder import seeds_folder
from macros.models.dossier import Dossier
from macros.validation.pipeline import open_dossier

TIMEOUT_SECONDS = 20
AT_ONCE = 8
HEADERS = {"User-Agent": "Mozilla/5.0 (checks the links of an explainer site)", "Accept": "text/html,*/*"}


class State(StrEnum):
    """What became of an address."""

    WORKING = "working"
    MOVED = "moved"
    GONE = "gone"
    TURNED_AWAY = "turned away"
    NO_ANSWER = "no answer"


@dataclass(frozen=True)
class Finding:
    """One address with what became of it, where it leads now or why, and the records that name it."""

    url: str
    state: State
    remark: str
    named_by: tuple[str, ...]


def addresses(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """Every external address of a dossier, with the records that name it."""
    found: dict[str, tuple[str, ...]] = {dossier.cover.licence_url: ("the cover",)}
    for source in dossier.sources:
        found[source.url] = (*found.get(source.url, ()), source.id)
    return found


def looked_up(url: str) -> tuple[State, str]:
    """Requests one address, and follows it where it leads."""
    try:
        # Models allow only http and https addresses.
        with urlopen(Request(url, headers=HEADERS), timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            moved = answer.url.split("#")[0] != url.split("#")[0]
            return (State.MOVED, f"to {answer.url}") if moved else (State.WORKING, "")
    except HTTPError as refused:
        gone = refused.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
        return State.GONE if gone else State.TURNED_AWAY, f"status {refused.code}"
    except (OSError, HTTPException, ValueError) as silent:
        return State.NO_ANSWER, str(silent)


def findings(named: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Requests all addresses, a few at a time; the findings stand in the order of the addresses."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [
            Finding(url, state, remark, named[url])
            for url, (state, remark) in zip(named, pool.map(looked_up, named), strict=True)
        ]


def told(found: Iterable[Finding]) -> list[str]:
    """The report: what an editor must look at, then the counts; one line where there is no network at all."""
    found = list(found)
    if all(finding.state is State.NO_ANSWER for finding in found):
        return [f"no network: none of {len(found)} addresses answered"]
    lines = [
        f"{one.state}: {one.url} ({', '.join(one.named_by)}){' ' + one.remark if one.remark else ''}"
        for one in found
        if one.state is not State.WORKING
    ]
    counts = [(state, sum(one.state is state for one in found)) for state in State]
    return [*lines, f"{len(found)} addresses: " + ", ".join(f"{number} {state}" for state, number in counts)]


def main(arguments: list[str]) -> int:
    """Prints what became of every address of a folder of seeds.

    Args:
        arguments: The folder, if another than the one in force is meant.

    Returns:
        The exit code, which is always 0.
    """
    dossier = open_dossier(Path(arguments[0]) if arguments else seeds_folder())
    print("\n".join(told(findings(addresses(dossier)))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
