"""The evidence: every source, every passage of it, what rests on it, and how it is taken up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from macros.evidence.quotations import check_quotation, quotations_in
from macros.models.actor import Actor
from macros.models.base import IdentifiedRecord
from macros.models.dossier import Dossier
from macros.models.source import Layer, Passage, Source
from macros.models.statement import Statement
from macros.rendering.views.aftermath import Claim, claims_with_facts
from macros.rendering.views.cross_check import Fact, facts


class Use(StrEnum):
    """How the dossier takes a passage up."""

    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    LEFT_OUT = "left-out"


@dataclass(frozen=True)
class PassageUse:
    """A passage with everything that rests on it.

    Attributes:
        passage: The passage.
        use: Quoted in part, told in our words, or left out.
        statements: The statements that rest on it, each with the records that use the statement.
    """

    passage: Passage
    use: Use
    statements: tuple[tuple[Statement, tuple[IdentifiedRecord, ...]], ...]

    @property
    def weight(self) -> int:
        """In how many places of the dossier something rests on the passage."""
        return sum(len(users) for _, users in self.statements)


@dataclass(frozen=True)
class Paragraph:
    """The passages of one paragraph; the number is None outside the paragraphs."""

    number: int | None
    uses: tuple[PassageUse, ...]


@dataclass(frozen=True)
class SourceView:
    """A source, passage by passage.

    Attributes:
        source: The source.
        publisher: Who published it.
        paragraphs: Its passages with what rests on them.
        counts: How many passages are quoted, told in our words, left out.
        heaviest: The passages that carry the most, heaviest first.
    """

    source: Source
    publisher: Actor
    paragraphs: tuple[Paragraph, ...]
    counts: dict[Use, int]
    heaviest: tuple[PassageUse, ...]

    @property
    def uses(self) -> tuple[PassageUse, ...]:
        """All passages in the order of the text."""
        return tuple(use for paragraph in self.paragraphs for use in paragraph.uses)


def _use(dossier: Dossier, shown: Source, passage: Passage) -> PassageUse:
    statements = dossier.statements_in(shown, passage)
    fingerprint = dossier.fingerprint.get(shown.id)
    is_quoted = fingerprint is not None and any(
        check_quotation(quotation, [passage.address], fingerprint) is None
        for statement in statements
        for quotation in quotations_in(statement.says)
    )
    use = Use.QUOTED if is_quoted else Use.PARAPHRASED if statements else Use.LEFT_OUT
    return PassageUse(passage, use, tuple((s, dossier.users_of(s)) for s in statements))


def source(dossier: Dossier, source_id: str) -> SourceView:
    """One source with what the dossier takes from each passage."""
    shown = dossier.source[source_id]
    grouped: dict[int | None, list[PassageUse]] = {}
    for passage in shown.passages:
        grouped.setdefault(passage.paragraph, []).append(_use(dossier, shown, passage))
    uses = [use for group in grouped.values() for use in group]
    counted = Counter(use.use for use in uses)
    most = max((use.weight for use in uses), default=0)
    return SourceView(
        source=shown,
        publisher=dossier.actor[shown.publisher],
        paragraphs=tuple(Paragraph(number, tuple(group)) for number, group in grouped.items()),
        counts={use: counted[use] for use in Use},
        heaviest=tuple(use for use in uses if most and use.weight == most),
    )


@dataclass(frozen=True)
class SourceRow:
    """One line of the list of sources.

    Attributes:
        source: The source.
        publisher: Who published it.
        statements: How many statements rest on it.
        facts: The facts with which a source of the layer of checks is compared.
        claims: The claims on which a source published afterwards bears.
    """

    source: Source
    publisher: Actor
    statements: int
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class EvidenceView:
    """All sources, layer by layer."""

    base: tuple[SourceRow, ...]
    other: tuple[SourceRow, ...]
    afterwards: tuple[SourceRow, ...]


def evidence(dossier: Dossier) -> EvidenceView:
    """All sources with what rests on them, layer by layer, in the editor's order."""
    count = Counter(statement.source for statement in dossier.statements)
    compared, claims = facts(dossier), claims_with_facts(dossier)

    def rows(layer: Layer) -> tuple[SourceRow, ...]:
        return tuple(
            SourceRow(
                source=one,
                publisher=dossier.actor[one.publisher],
                statements=count[one.id],
                facts=tuple(fact for fact in compared if one.id in fact.source_ids),
                claims=tuple(claim for claim in claims if any(one in row.sources for row in claim.facts)),
            )
            for one in dossier.in_layer(layer)
        )

    return EvidenceView(rows(Layer.BASE), rows(Layer.OTHER), rows(Layer.AFTERWARDS))
