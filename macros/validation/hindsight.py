"""The check of hindsight: our words name no day that the dossier does not give, and nothing that came later than their layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from pydantic import BaseModel

from macros.evidence.cue_words import CUE_WORDS
from macros.evidence.written_dates import DateParts, dates_in, parts_of
from macros.loading.raw import RawRecord
from macros.loading.yaml_text import FieldPath
from macros.models.cover import PageName
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.source import Layer
from macros.problems.problem import Problem
from macros.validation.context import CheckContext
from macros.validation.paraphrases import PARAPHRASED, PARAPHRASING
from macros.validation.texts import our_prose

_ABOUT_OUR_WORK = ("method", "corrections")
"""Parts of the cover that can say when we read and corrected something."""

_READING = ("accessed",)
"""Dates of our own work, which say nothing of the dispute."""


def _dates(value: object) -> Iterator[HonestDate]:
    """Every date of a record."""
    if isinstance(value, HonestDate):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _dates(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name)) if name not in (*_READING, "corrections") else ()


class _Calendar:
    """The dates that a dossier gives, by layer."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def _given_in(self, layer: Layer) -> set[DateParts]:
        kinds = FILE_KINDS.values()
        records = (one for kind in kinds for one in self._dossier.of_kind(kind.name) if kind.layer_of(one) is layer)
        return parts_of(when for record in records for when in _dates(record))

    @cached_property
    def given(self) -> dict[Layer, set[DateParts]]:
        """The dates of each layer and of those before it."""
        base = self._given_in(Layer.BASE)
        other = base | self._given_in(Layer.OTHER)
        return {Layer.BASE: base, Layer.OTHER: other, Layer.AFTERWARDS: other | self._given_in(Layer.AFTERWARDS)}

    @cached_property
    def of_our_work(self) -> set[DateParts]:
        """The days on which we read something or corrected it."""
        corrected = (one.date for one in self._dossier.cover.corrections)
        return self.given[Layer.BASE] | parts_of((*corrected, *(one.accessed for one in self._dossier.sources)))

    def last_day(self, layer: Layer) -> date:
        """The last day of a layer."""
        ends: Iterable[HonestDate] = (one.as_of for one in self._dossier.aftermath if layer is Layer.AFTERWARDS)
        return max(one.latest or date.max for one in (self._dossier.cover.as_of, *ends))


def _layer_of(raw: RawRecord, path: FieldPath) -> Layer:
    if path[:2] == ("introductions", PageName.AFTERMATH):
        return Layer.AFTERWARDS
    kind = FILE_KINDS[raw.kind]
    return (kind.layer_of(raw.model) if raw.model else kind.layer) or Layer.BASE


def dates_in_our_words_are_those_of_the_dossier(context: CheckContext) -> Iterator[Problem]:
    """A record or passage of the same or an earlier layer gives each day in our words, and each later month and year."""
    calendar = _Calendar(context.dossier)
    for raw in context.raw:
        for path, text in our_prose(raw):
            if raw.kind in PARAPHRASING and path[-1] in PARAPHRASED:
                continue
            layer = _layer_of(raw, path)
            is_work = raw.kind == "dossier" and path[0] in _ABOUT_OUR_WORK
            given = calendar.of_our_work if is_work else calendar.given[layer]
            for one in dates_in(text, CUE_WORDS["en"]):
                is_later = one.is_after(calendar.last_day(layer))
                if (one.has_day or is_later) and not one.is_among(given):
                    hint = "nothing that came later can be known here" if is_later else ""
                    what = f"the day '{one.text}'" if one.has_day else f"'{one.text}'"
                    yield raw.problem(f"no passage or record gives {what}", *path, hint=hint)
