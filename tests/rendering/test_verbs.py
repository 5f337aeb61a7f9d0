"""A table of composed sentences: every verb, whoever was spoken to, whenever and wherever, at first and at later mention."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from macros.models.dossier import Dossier
from macros.models.verb import Frame, Verb
from tests.rendering.test_sentences import later, level, put, sentences

SAYS = {
    Frame.THAT: "the boats would sail",
    Frame.TO: "to paint the boats",
    Frame.WHETHER: "whether the boats were wet",
    Frame.OF: "of hiding the boats",
}
WHEN: tuple[dict[str, Any], ...] = ({}, {"date": "1999-04-20"}, {"date": "1999-04", "date_in_words": "in early April"})
WHERE: tuple[dict[str, Any], ...] = ({}, {"setting": "on the quay"})
THROUGH: tuple[tuple[dict[str, Any], ...], ...] = ((), (level("quill", "argued"),))


def _chains(verb: Verb) -> Iterator[tuple[dict[str, Any], ...]]:
    spoken_to: list[dict[str, Any]] = [] if verb.needs else [{}]
    spoken_to += [] if verb.before is None else [{"to": "keeper"}]
    for to, when, where, through in product(spoken_to, WHEN, WHERE, THROUGH):
        yield (*through, level("tarn", verb, **to, **when, **where))


@pytest.mark.parametrize("verb", Verb, ids=str)
def test_every_verb_in_every_place(tiny: Dossier, verb: Verb, snapshot: SnapshotAssertion) -> None:
    found = []
    for frame, chain in product(verb.frames, _chains(verb)):
        statement = put(tiny, *chain, says=SAYS[frame])
        found += [*sentences(tiny, statement), *later(tiny, statement, statement)[1:]]
    assert "\n".join(found) == snapshot


@pytest.mark.parametrize("verb", Verb, ids=str)
def test_every_verb_of_several_who_speak_together(tiny: Dossier, verb: Verb, snapshot: SnapshotAssertion) -> None:
    found = []
    spoken_to = {"to": "keeper"} if verb.needs else {}
    both = level(["tarn", "quill"], verb, **spoken_to)
    relayed = (level(["tarn", "quill"]), level("skarn-council", verb, **spoken_to))
    for frame in verb.frames:
        for chain in ((both,), relayed):
            statement = put(tiny, *chain, says=SAYS[frame])
            found += [*sentences(tiny, statement), *later(tiny, statement, statement)[1:]]
    assert "\n".join(found) == snapshot


def test_every_word_before_an_addressee_is_known() -> None:
    assert {verb.before for verb in Verb} == {None, "", "to", "with"}
    assert all(verb.forms and verb.frames for verb in Verb)
