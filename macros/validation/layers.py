"""Checks of layers: records use only sources of their own layer, and dates that are allowed in that layer."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.afterwards import LaterFact
from macros.models.base import Nothing, Record
from macros.models.check import Check
from macros.models.date import HonestDate, is_certainly_after
from macros.models.kinds import FILE_KINDS
from macros.models.references import named_by
from macros.models.source import Layer, Source
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _misplaced(source: Source, layer: Layer) -> str:
    return f"'{source.id}' is in the layer '{source.layer}'; a source of the layer '{layer}' is needed here"


def the_base_layer_has_a_source(context: CheckContext) -> Iterator[Problem]:
    """At least one source belongs to the base layer. If a record needs one, `sources_stay_in_their_layer` says so."""
    dossier = context.dossier
    are_read = all(raw.model for raw in context.raw if raw.kind == "sources")
    # A source that is named and not there is reported already.
    is_lost = any(statement.source not in dossier.source for statement in dossier.statements)
    if dossier.base_layer or not are_read or is_lost or _misplaced_sources(context):
        return
    if dossier.sources:
        hint = "remove 'layer' from the source that the dossier explains"
        yield context.problem(dossier.sources[0], "no source is of the layer 'base'", "layer", hint=hint)
    else:
        yield context.problem(dossier.cover, "the dossier has no source", "title", hint="add one in sources.yml")


def sources_stay_in_their_layer(context: CheckContext) -> Iterator[Problem]:
    """A record names only sources of the layer to which its kind belongs."""
    for source, uses in _misplaced_sources(context).items():
        found = context.dossier.source[source]
        layers = {layer for _, layer, _ in uses}
        if len(uses) > 1 and len(layers) == 1 and uses[0][1] is not found.layer:
            # Many records that are all wrong in the same way are right, and the source is wrong.
            wanted = layers.pop()
            message = (
                f"it is in the layer '{found.layer}', but {len(uses)} records need a source of the layer '{wanted}'"
            )
            record, _, path = uses[0]
            hint = f"write 'layer: {wanted}', or correct the records, the first in {context.whereabouts(record, *path)}"
            yield context.problem(found, message, "layer", hint=hint)
            continue
        for record, layer, path in uses:
            yield context.problem(record, _misplaced(found, layer), *path)


_Use = tuple[Record, Layer, tuple[str | int, ...]]


def _misplaced_sources(context: CheckContext) -> dict[str, list[_Use]]:
    """By source, the records that name it although it is in another layer: the layer that they need, and the path."""
    found: dict[str, list[_Use]] = {}
    for kind in (kind for kind in FILE_KINDS.values() if kind.layer):
        for record in context.dossier.of_kind(kind.name):
            reported: set[str] = set()
            for ref, path, name in named_by(record):
                source = context.dossier.source.get(name) if "sources" in ref.kinds else None
                if source and kind.layer and source.layer is not kind.layer and name not in reported:
                    reported.add(name)
                    found.setdefault(name, []).append((record, kind.layer, path))
    return found


def later_sources_are_published_after_the_as_of_date(context: CheckContext) -> Iterator[Problem]:
    """A source of the layer 'afterwards' was published after `as_of`, but not after the `as_of` of the aftermath."""
    as_of = context.dossier.cover.as_of
    looked = [cover.as_of for cover in context.dossier.aftermath]
    for source in context.dossier.in_layer(Layer.AFTERWARDS):
        if not is_certainly_after(source.issued, as_of):
            hint = "a source of that day or earlier belongs to the layer 'other'"
            yield context.problem(
                source, f"it was not published after the as-of date {as_of.text}", "issued", hint=hint
            )
        elif looked and is_certainly_after(source.issued, looked[0]):
            yield context.problem(
                source, f"it was published after {looked[0].text}, the as-of date of the aftermath", "issued"
            )


def checks_are_not_dated_after_the_as_of_date(context: CheckContext) -> Iterator[Problem]:
    """The date of a check is not after `as_of`, and not after the publication of any of its sources."""
    as_of = context.dossier.cover.as_of
    for check in context.dossier.checks:
        if is_certainly_after(check.date, as_of):
            hint = "it may be a later fact"
            message = f"it is dated after the as-of date {as_of.text}"
            yield context.problem(check, message, "date", hint=hint)
        else:
            yield from _not_before_it_happened(context, check)


def later_facts_are_dated_between_the_two_as_of_dates(context: CheckContext) -> Iterator[Problem]:
    """A later fact is dated after `as_of`, not after the `as_of` of the aftermath, and not after any of its sources."""
    as_of = context.dossier.cover.as_of
    looked = [cover.as_of for cover in context.dossier.aftermath]
    for fact in context.dossier.later_facts:
        if not is_certainly_after(fact.date, as_of):
            hint = "it may be a check"
            yield context.problem(fact, f"it is not dated after the as-of date {as_of.text}", "date", hint=hint)
        elif looked and is_certainly_after(fact.date, looked[0]):
            yield context.problem(fact, f"it is dated after {looked[0].text}, the as-of date of the aftermath", "date")
        else:
            yield from _not_before_it_happened(context, fact)


def _not_before_it_happened(context: CheckContext, record: Check | LaterFact) -> Iterator[Problem]:
    sources = context.dossier.source
    given = {date.text for name in record.sources if name in sources for date in sources[name].dates}
    for index, name in enumerate(record.sources):
        source = sources.get(name)
        # If no source gives the date, it is the date that is wrong. Another check reports that.
        if source and is_certainly_after(record.date, source.issued) and (not given or _text(record) in given):
            yield context.problem(record, f"'{name}' was published before it happened", "sources", index)


def _text(record: Check | LaterFact) -> str:
    return record.date.text if isinstance(record.date, HonestDate) else ""


def the_aftermath_has_a_cover(context: CheckContext) -> Iterator[Problem]:
    """Later facts need an aftermath record, with an `as_of` after the as-of date."""
    dossier = context.dossier
    for cover in dossier.aftermath:
        if not is_certainly_after(cover.as_of, dossier.cover.as_of):
            message = f"as_of must be after {dossier.cover.as_of.text}, not '{cover.as_of.text}'"
            yield context.problem(cover, message, "as_of")
    if dossier.later_facts and not dossier.aftermath:
        hint = "add aftermath.yml with as_of and summary"
        yield context.problem(dossier.later_facts[0], "later facts need an aftermath record", "id", hint=hint)


def a_layer_has_one_cover(context: CheckContext) -> Iterator[Problem]:
    """A dossier has at most one record that describes a layer as a whole."""
    for kind in ("comparison", "aftermath"):
        for second in context.dossier.of_kind(kind)[1:]:
            yield context.problem(second, f"this is a second {kind} record", hint="a dossier has at most one")


def later_facts_bear_on_an_argument(context: CheckContext) -> Iterator[Problem]:
    """The claim of a later fact is in an argument, and the claim of a summary has at least one later fact."""
    dossier = context.dossier
    claims = {name for _, step in dossier.inferences() for name in (step.id, *step.claims)}
    with_facts = {fact.claim for fact in dossier.later_facts}
    for fact in dossier.later_facts:
        if fact.claim not in claims:
            yield context.problem(fact, f"no argument makes the claim '{fact.claim}'", "claim")
    for cover in dossier.aftermath:
        for index, one in enumerate(cover.claims):
            if one.claim not in with_facts:
                yield context.problem(cover, f"no later fact has the claim '{one.claim}'", "claims", index, "claim")


def only_the_base_layer_has_passages(context: CheckContext) -> Iterator[Problem]:
    """A source of the base layer has a title, or none was given, and passages; the others are cited as a whole."""
    misplaced = _misplaced_sources(context)  # reported by another check
    for source in (one for one in context.dossier.sources if one.id not in misplaced):
        if source.layer is Layer.BASE and isinstance(source.title, Nothing) and source.title is not Nothing.NONE:
            message = f"a source of the layer 'base' cannot have 'title: {source.title}'"
            hint = "write the title as published; if it has none, write none"
            yield context.problem(source, message, "title", hint=hint)
        if source.layer is not Layer.BASE and source.passages:
            message = f"a source of the layer '{source.layer}' cannot have passages"
            yield context.problem(source, message, "passages", hint="move them to a source of the layer 'base'")
