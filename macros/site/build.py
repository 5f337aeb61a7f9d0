"""The pages that come from records: one for each track, mediator, party and source of the base layer.

A pure iterator: any engine can write these pages or serve them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.models.actor import Part
from macros.models.dossier import Dossier
from macros.models.typography import capital_first
from macros.rendering.addresses import page_of


@dataclass(frozen=True)
class GeneratedPage:
    """A page that no file of `docs/` stands for.

    Attributes:
        address: From the root of the site, as `tracks/x/`.
        template: Stem of its template, which is also the name of its macro.
        record_id: Id of the record that it shows.
        title: As plain text, not yet escaped.
    """

    address: str
    template: str
    record_id: str
    title: str

    @property
    def section(self) -> str:
        """The page that opens its section of the nav."""
        return f"{self.address.split('/')[0]}/index.md"


def pages(dossier: Dossier) -> Iterator[GeneratedPage]:
    """Every page that comes from a record, in the dossier's order."""
    for track in dossier.tracks:
        yield GeneratedPage(page_of(track), "track", track.id, track.title)
    for template, part in (("mediator", Part.MEDIATOR), ("party", Part.PARTY)):
        for actor in dossier.playing(part):
            yield GeneratedPage(page_of(actor), template, actor.id, capital_first(actor.name))
    for source in dossier.base_layer:
        yield GeneratedPage(page_of(source), "source", source.id, source.title)


def absent(dossier: Dossier) -> frozenset[str]:
    """Names of the pages of `docs/` on which this dossier has nothing to show; they are left out."""
    shown = {"checked": dossier.checks or dossier.disagreements, "aftermath": dossier.aftermath}
    return frozenset(name for name, records in shown.items() if not records)
