"""Requests every address in a dossier and reports the results: `nox -s links`.

An editor must look at a page that has moved or is gone, but it is no reason to stop a build, so the task always succeeds. The
report distinguishes a page that is gone from a host that refuses our request, as many news sites do with programs.
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
    """The result of a request."""

    WORKING = "working"
    MOVED = "moved"
    GONE = "gone"
    TURNED_AWAY = "turned away"
    NO_ANSWER = "no answer"


@dataclass(frozen=True)
class Finding:
    """One address with the result, a remark on it (the new address or the reason), and the records that name it."""

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


def request(url: str) -> tuple[State, str]:
    """Requests one address and follows redirects."""
    try:
        # Models allow only http and https addresses.
        with urlopen(Request(url, headers=HEADERS), timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            moved = answer.url.split("#")[0] != url.split("#")[0]
            return (State.MOVED, f"to {answer.url}") if moved else (State.WORKING, "")
    except HTTPError as error:
        gone = error.code in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
        return State.GONE if gone else State.TURNED_AWAY, f"status {error.code}"
    except (OSError, HTTPException, ValueError) as error:
        return State.NO_ANSWER, str(error)


def findings(named: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Requests all addresses, a few at a time. The findings are in the order of the addresses."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [
            Finding(url, state, remark, named[url])
            for url, (state, remark) in zip(named, pool.map(request, named), strict=True)
        ]


def report(found: Iterable[Finding]) -> list[str]:
    """The lines of the report: what an editor must look at, then the counts. One line if there is no network."""
    found = list(found)
    if all(finding.state is State.NO_ANSWER for finding in found):
        return [f"no network: none of {len(found)} addresses answered"]
    lines = [
        f"{finding.state}: {finding.url} ({', '.join(finding.named_by)}){' ' + finding.remark if finding.remark else ''}"
        for finding in found
        if finding.state is not State.WORKING
    ]
    counts = [(state, sum(finding.state is state for finding in found)) for state in State]
    return [*lines, f"{len(found)} addresses: " + ", ".join(f"{number} {state}" for state, number in counts)]


def main(arguments: list[str]) -> int:
    """Prints a report on every address in a folder of seeds.

    Args:
        arguments: The folder, if it is not the configured one.

    Returns:
        The exit code, which is always 0.
    """
    dossier = open_dossier(Path(arguments[0]) if arguments else seeds_folder())
    print("\n".join(report(findings(addresses(dossier)))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
