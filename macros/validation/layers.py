"""Layers: the base source, other sources, and what came afterwards keep apart, and no later day reaches back."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.problem import Problem
from macros.models.afterwards import LaterFact
from macros.models.base import Nothing
from macros.models.check import Check, Disagreement
from macros.models.date import HonestDate
from macros.models.source import Layer, Source
from macros.validation.checked import Checked

_WORDS = {
    Layer.BASE: "the base layer",
    Layer.OTHER: "the other sources",
    Layer.AFTERWARDS: "what came afterwards",
}


def _later(day: HonestDate | None, limit: HonestDate | None) -> bool:
    """Whether a day certainly lies after another one."""
    return bool(day and limit and day.earliest and limit.latest and day.earliest > limit.latest)


def _uses(checked: Checked) -> Iterator[tuple[Check | Disagreement | LaterFact, tuple[str | int, ...], str, Layer]]:
    """Every place outside the base layer where a source is named, with the layer that belongs there."""
    for one in checked.dossier.reports:
        layer = Layer.OTHER if isinstance(one, Check) else Layer.AFTERWARDS
        for index, name in enumerate(one.sources):
            yield one, ("sources", index), name, layer
    for disagreement in checked.dossier.disagreements:
        for number, version in enumerate(disagreement.versions):
            for index, name in enumerate(version.sources):
                yield disagreement, ("versions", number, "sources", index), name, Layer.OTHER


def _misplaced(source: Source, layer: Layer) -> str:
    return f"'{source.id}' belongs to {_WORDS[source.layer]}, not to {_WORDS[layer]}"


def sources_stay_in_their_layer(checked: Checked) -> Iterator[Problem]:
    """Statements rest on the base layer, checks on other sources, later facts on what was published afterwards."""
    dossier = checked.dossier
    base = dossier.source.get(dossier.cover.base_source)
    if base and base.layer is not Layer.BASE:
        yield checked.problem(dossier.cover, _misplaced(base, Layer.BASE), "base_source")
    for statement in dossier.statements:
        source = dossier.source.get(statement.source)
        if source and source.layer is not Layer.BASE:
            yield checked.problem(statement, _misplaced(source, Layer.BASE), "source")
    for record, path, name, layer in _uses(checked):
        source = dossier.source.get(name)
        if source and source.layer is not layer:
            yield checked.problem(record, _misplaced(source, layer), *path)


def sources_lie_on_their_side_of_the_close(checked: Checked) -> Iterator[Problem]:
    """What came afterwards was published after `as_of`, and by the day up to which we looked."""
    as_of = checked.dossier.cover.as_of
    looked = [cover.as_of for cover in checked.dossier.aftermath]
    for source in checked.dossier.in_layer(Layer.AFTERWARDS):
        if as_of.is_exact and not _later(source.issued, as_of):
            hint = "a source of that day or before is of the layer 'other'"
            yield checked.problem(
                source, f"it was published before the dossier closes on {as_of.text}", "issued", hint=hint
            )
        elif looked and _later(source.issued, looked[0]):
            yield checked.problem(source, f"it was published after {looked[0].text}, up to which we looked", "issued")


def no_check_looks_ahead(checked: Checked) -> Iterator[Problem]:
    """A check is of something that happened by `as_of`, and by the day on which its last source appeared."""
    as_of = checked.dossier.cover.as_of
    for check in checked.dossier.checks:
        if _later(check.date, as_of):
            hint = "it may be a later fact, for the page on what came afterwards"
            message = f"it is dated after the dossier closes on {as_of.text}"
            yield checked.problem(check, message, "date", hint=hint)
        else:
            yield from _not_before_it_happened(checked, check)


def later_facts_lie_between_the_two_closes(checked: Checked) -> Iterator[Problem]:
    """A later fact happened after `as_of`, by the day up to which we looked, and before its sources told of it."""
    as_of = checked.dossier.cover.as_of
    looked = [cover.as_of for cover in checked.dossier.aftermath]
    for fact in checked.dossier.later_facts:
        if as_of.is_exact and not _later(fact.date, as_of):
            hint = "it may be a check"
            yield checked.problem(fact, f"it is not dated after the dossier closes on {as_of.text}", "date", hint=hint)
        elif looked and _later(fact.date, looked[0]):
            yield checked.problem(fact, f"it is dated after {looked[0].text}, up to which we looked", "date")
        else:
            yield from _not_before_it_happened(checked, fact)


def _not_before_it_happened(checked: Checked, record: Check | LaterFact) -> Iterator[Problem]:
    for index, name in enumerate(record.sources):
        source = checked.dossier.source.get(name)
        if source and _later(record.date, source.issued):
            yield checked.problem(record, f"'{name}' was published before it happened", "sources", index)


def the_aftermath_has_one_cover(checked: Checked) -> Iterator[Problem]:
    """Later facts come with one cover, which says up to which exact day, after `as_of`, we looked."""
    dossier = checked.dossier
    for cover in dossier.aftermath:
        if not cover.as_of.is_exact or not _later(cover.as_of, dossier.cover.as_of):
            message = f"as_of must be one exact day after {dossier.cover.as_of.text}, not '{cover.as_of.text}'"
            yield checked.problem(cover, message, "as_of")
    for second in dossier.aftermath[1:]:
        yield checked.problem(second, "a second cover is given", hint="a dossier has one aftermath or none")
    if dossier.later_facts and not dossier.aftermath:
        hint = "add aftermath.yml with as_of and summary"
        yield checked.problem(dossier.later_facts[0], "there is no cover for what came afterwards", "id", hint=hint)


def later_facts_bear_on_an_argument(checked: Checked) -> Iterator[Problem]:
    """A later fact bears on a claim that some argument makes, and a summary is of a claim that has such facts."""
    dossier = checked.dossier
    claims = {name for _, step in dossier.inferences() for name in (step.id, *step.premises, *step.concedes)}
    claims |= {step.conclusion for _, step in dossier.inferences()}
    told = {fact.claim for fact in dossier.later_facts}
    for fact in dossier.later_facts:
        if fact.claim not in claims:
            yield checked.problem(fact, f"no argument makes the claim '{fact.claim}'", "claim")
    for cover in dossier.aftermath:
        for index, one in enumerate(cover.claims):
            if one.claim not in told:
                yield checked.problem(cover, f"no later fact bears on '{one.claim}'", "claims", index, "claim")


def only_the_base_layer_has_passages(checked: Checked) -> Iterator[Problem]:
    """A source of the base layer has a title and passages; the others are cited as a whole."""
    for source in checked.dossier.sources:
        if source.layer is Layer.BASE and isinstance(source.title, Nothing):
            yield checked.problem(source, "a source of the base layer needs its title", "title")
        if source.layer is not Layer.BASE and source.passages:
            hint = "its passages belong to a source of the layer 'base'"
            yield checked.problem(source, f"it belongs to {_WORDS[source.layer]}", "passages", hint=hint)
