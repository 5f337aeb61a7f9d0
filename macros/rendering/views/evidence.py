"""The evidence: every source and its passages, what rests on each passage, and how the dossier uses it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.evidence.long_quotations import passages_of_block
from macros.evidence.placing import phrases_of
from macros.evidence.quotations import quotations_in
from macros.evidence.verification import check_quotation
from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.source import Layer, Passage, Source
from macros.models.uses import named_statements
from macros.rendering.views.coverage import Coverage, PassageUse, Use, coverage
from macros.rendering.views.cross_check import Fact, facts
from macros.rendering.views.voices import VoicesView, voices


@dataclass(frozen=True)
class Paragraph:
    """The passages of one paragraph; the number is None for passages outside the text, such as the headline."""

    number: int | None
    uses: tuple[PassageUse, ...]


@dataclass(frozen=True)
class SourceView:
    """A source with its passages.

    Attributes:
        source: The source.
        publisher: The publisher.
        paragraphs: The passages with what rests on them, grouped by paragraph.
        counts: How many passages are quoted in part, paraphrased, left out, and not used.
        heaviest: The passages with the greatest weight.
        coverage: The picture of the passages.
        voices: Who is cited by whom; None if only the outlet speaks.
    """

    source: Source
    publisher: Actor
    paragraphs: tuple[Paragraph, ...]
    counts: dict[Use, int]
    heaviest: tuple[PassageUse, ...]
    coverage: Coverage
    voices: VoicesView | None


def _use(dossier: Dossier, record: Source, passage: Passage) -> PassageUse:
    statements = dossier.statements_in(record, passage)
    fingerprint = dossier.fingerprint.get(record.id)
    is_quoted = fingerprint is not None and any(
        check_quotation(quotation, [passage.address], fingerprint, phrases_of(dossier, record.id)) is None
        for statement in statements
        for quotation in quotations_in(statement.says)
    )
    is_quoted |= fingerprint is not None and any(
        passage.address in passages_of_block(statement.block, statement.passages, fingerprint)
        for statement in statements
        if statement.block
    )
    unused = Use.LEFT_OUT if passage.left_out else Use.UNUSED
    use = Use.QUOTED if is_quoted else Use.PARAPHRASED if statements else unused
    users = dict.fromkeys(user for statement in statements for user in dossier.users_of(statement))
    heard = record.heard_in(passage).items() if len(passage.voices) > 1 else ()
    named = tuple(
        (tuple(tuple(dossier.actor[one] for one in by) for by in reversed(path)), mode) for path, mode in heard
    )
    is_on_home = not {one.id for one in statements}.isdisjoint(named_statements(dossier.cover))
    return PassageUse(passage, use, tuple(statements), tuple(users), named, is_on_home)


def source(dossier: Dossier, source_id: str) -> SourceView:
    """One source, and how the dossier uses each of its passages."""
    record = dossier.source[source_id]
    grouped: dict[int | None, list[PassageUse]] = {}
    for passage in record.passages:
        grouped.setdefault(passage.paragraph, []).append(_use(dossier, record, passage))
    uses = [use for group in grouped.values() for use in group]
    counted = Counter(use.use for use in uses)
    most = max((use.weight for use in uses), default=0)
    return SourceView(
        source=record,
        publisher=dossier.actor[record.publisher],
        paragraphs=tuple(Paragraph(number, tuple(group)) for number, group in grouped.items()),
        counts={use: counted[use] for use in Use},
        heaviest=tuple(use for use in uses if most and use.weight == most),
        coverage=coverage(uses),
        voices=voices(dossier, record),
    )


@dataclass(frozen=True)
class SourceRow:
    """One line of the list of sources.

    Attributes:
        source: The source.
        publisher: The publisher.
        statements: How many statements rest on it.
        facts: The facts with which the source is compared, if it belongs to the layer of checks.
    """

    source: Source
    publisher: Actor
    statements: int
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class EvidenceView:
    """The sources up to the as-of date, by layer.

    Attributes:
        base: The sources of the base layer.
        other: The sources with which they are compared.
        has_later: Whether there are later sources. The page of later events lists them.
    """

    base: tuple[SourceRow, ...]
    other: tuple[SourceRow, ...]
    has_later: bool


def evidence(dossier: Dossier) -> EvidenceView:
    """The sources by layer, in the editor's order, with what rests on them."""
    count = Counter(statement.source for statement in dossier.statements)
    compared = facts(dossier)

    def rows(layer: Layer) -> tuple[SourceRow, ...]:
        return tuple(
            SourceRow(
                source=one,
                publisher=dossier.actor[one.publisher],
                statements=count[one.id],
                facts=tuple(fact for fact in compared if one.id in fact.source_ids),
            )
            for one in dossier.in_layer(layer)
        )

    return EvidenceView(rows(Layer.BASE), rows(Layer.OTHER), bool(dossier.in_layer(Layer.AFTERWARDS)))
