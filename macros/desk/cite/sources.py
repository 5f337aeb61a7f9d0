"""Turns the entries of an export into records: sources, and their publishers as stubs of actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias
from unicodedata import normalize
from urllib.parse import parse_qsl, urlencode, urlsplit

from macros.desk.cite.reference import Reference
from macros.loading.raw import RawDossier
from macros.loading.yaml_text import Value
from macros.models.affiliation import NOT_WRITTEN
from macros.models.date import HonestDate, is_certainly_after, parse_date
from macros.models.kinds import COVER
from macros.models.source import Extent, Layer
from macros.models.web_address import shown_host
from macros.validation.references import ids_in

UNDETERMINED = "und"
"""The tag of a language that is not known (BCP 47)."""

Fields: TypeAlias = "dict[str, str | list[str]]"


@dataclass
class Cited:
    """What an export becomes.

    Attributes:
        sources: New sources.
        actors: New actors: publishers that the dossier does not have yet.
        skipped: Entries that were not taken, and why.
    """

    sources: list[Fields] = field(default_factory=list)
    actors: list[Fields] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def _slug(text: str) -> str:
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _folded(name: str) -> str:
    return re.sub(r"^the\s+", "", name.casefold())


def same_address(url: str) -> str:
    """A text that is the same for addresses of the same page: without scheme, `www.`, fragment and marks of campaigns.

    Args:
        url: The address.
    """
    parts = urlsplit(url)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if not name.startswith("utm_")])
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{query}".casefold()


class Citing:
    """Adds entries to what a dossier has already."""

    def __init__(self, raw: RawDossier, today: str) -> None:
        """Learns what the dossier has.

        Args:
            raw: The dossier as it was read.
            today: The day of the import, for sources of which the export does not say when they were read.
        """
        self.cited = Cited()
        self._today = today
        self._ids = {name for record in raw.records for _, _, name in ids_in(record)}
        values = {kind: self._values(raw, kind) for kind in (COVER.name, "actors", "sources")}
        as_of = next((str(cover["as_of"]) for cover in values[COVER.name] if "as_of" in cover), today)
        self._as_of = parse_date(as_of)
        self._actors = {
            _folded(name): str(actor.get("id"))
            for actor in values["actors"]
            for name in (actor.get("name"), actor.get("short"), *(actor.get("spellings") or ()))
            if isinstance(name, str)
        }
        self._affiliations = {
            str(one.get("publisher")): str(one["affiliation"]) for one in values["sources"] if "affiliation" in one
        }
        self._known = {same_address(str(one.get("url"))): str(one.get("id")) for one in values["sources"]}

    @staticmethod
    def _values(raw: RawDossier, kind: str) -> list[dict[str, Value]]:
        return [record.value for record in raw.records if record.kind == kind and isinstance(record.value, dict)]

    def _new_id(self, wanted: str) -> str:
        name = next(
            one for one in (wanted, *(f"{wanted}-{number}" for number in range(2, 10_000))) if one not in self._ids
        )
        self._ids.add(name)
        return name

    def _publisher(self, reference: Reference) -> str:
        host = shown_host(reference.url)
        name = reference.outlet or host
        if known := self._actors.get(_folded(name)):
            return known
        made = self._new_id(_slug(name) or _slug(host))
        self._actors[_folded(name)] = made
        self.cited.actors.append(
            # Only an editor knows how the name stands in a sentence: with or without an article.
            {
                "id": made,
                "kind": "institution",
                "name": name,
                "short": name,
                "part": "outlet",
                "guessed": ["name", "short"],
            }
        )
        return made

    def _layer(self, issued: HonestDate | None) -> tuple[Layer, bool]:
        """The layer that follows from the date, and whether it is only a guess."""
        if issued and is_certainly_after(issued, self._as_of):
            return Layer.AFTERWARDS, False
        return Layer.OTHER, not (
            issued and issued.latest and self._as_of.latest and issued.latest <= self._as_of.latest
        )

    def _source(self, reference: Reference) -> Fields:
        publisher = self._publisher(reference)
        issued = parse_date(reference.issued) if reference.issued else None
        layer, is_guess = self._layer(issued)
        accessed = reference.accessed or self._today
        missing = {
            "layer": not is_guess,
            "affiliation": publisher in self._affiliations,
            "language": reference.language,
            "issued": reference.issued,
            "accessed": reference.accessed,
        }
        day = re.sub("[^0-9-]", "", reference.issued)[:10].strip("-")
        made: Fields = {
            "id": self._new_id("-".join(filter(None, (publisher, day)))),
            "layer": layer,
            "title": reference.title or "unknown",
            "publisher": publisher,
            "affiliation": self._affiliations.get(publisher, NOT_WRITTEN),
            "language": reference.language or UNDETERMINED,
            "issued": reference.issued or f"[..{accessed}]",
            "accessed": accessed,
            "url": reference.url,
        }
        if reference.authors:
            made["author"] = ", ".join(reference.authors)
        made["read"] = Extent.EXCERPT
        if guessed := [name for name, is_known in missing.items() if not is_known]:
            made["guessed"] = guessed
        return made

    def add(self, references: Iterable[Reference]) -> Cited:
        """Adds the entries that the dossier does not have yet.

        Args:
            references: The entries of an export.
        """
        for number, reference in enumerate(references, 1):
            entry = f"entry {number}, {reference.title or 'without a title'}"
            if not reference.url:
                self.cited.skipped.append(f"{entry}: it has neither an address nor a DOI")
                continue
            keys = {same_address(reference.url)} | (
                {same_address(f"https://doi.org/{reference.doi}")} if reference.doi else set()
            )
            if known := next((self._known[key] for key in keys if key in self._known), ""):
                self.cited.skipped.append(f"{entry}: it is the source '{known}' already")
                continue
            made = self._source(reference)
            self.cited.sources.append(made)
            self._known |= dict.fromkeys(keys, str(made["id"]))
        return self.cited
