"""The wide dossier has an example of everything that real news has. What is added to the model must be added there."""

from __future__ import annotations

import pytest

from macros.evidence.quotations import quotations_in
from macros.models.actor import ActorKind
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event_kind import EventKind, EventStatus
from macros.models.source import Source
from macros.models.track import State
from macros.models.verb import Frame, Verb
from macros.validation.fingerprints import FEWEST_WORDS
from tests.conftest import DOSSIERS


@pytest.mark.parametrize("verb", Verb)
def test_every_verb_is_used(verb: Verb, wide: Dossier) -> None:
    assert verb in {level.verb for statement in wide.statements for level in statement.chain}


@pytest.mark.parametrize("frame", Frame)
def test_every_frame_is_used(frame: Frame, wide: Dossier) -> None:
    assert frame in {statement.frame for statement in wide.statements}


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_happens(kind: EventKind, wide: Dossier) -> None:
    assert kind in {event.kind for event in wide.events}


@pytest.mark.parametrize("status", [*EventStatus, Nothing.SILENT, Nothing.UNKNOWN])
def test_every_status_is_used(status: EventStatus | Nothing, wide: Dossier) -> None:
    of_stages = {stage.status for event in wide.events for stage in event.stages}
    assert status in {event.status for event in wide.events} | of_stages


@pytest.mark.parametrize("state", State)
def test_every_state_of_a_track_is_used(state: State, wide: Dossier) -> None:
    assert state in {one.state for track in wide.tracks for one in track.states}


@pytest.mark.parametrize("nothing", Nothing)
def test_every_kind_of_nothing_is_a_position(nothing: Nothing, wide: Dossier) -> None:
    assert nothing in {position.nothing for position in wide.positions}


def _voices(source: Source) -> list[int]:
    return [len(source.heard_in(passage)) for passage in source.passages]


def test_every_pattern_of_speakers_is_used(wide: Dossier) -> None:
    chains = [statement.chain for statement in wide.statements]
    assert any(len(level.speaker) > 1 for chain in chains for level in chain), "several speak together"
    assert any(count > 1 for source in wide.base_layer for count in _voices(source)), "two speak side by side"
    mixed = [p for s in wide.base_layer for p in s.passages if () in s.heard_in(p) and len(s.heard_in(p)) > 1]
    assert mixed, "the outlet has a clause in the sentence of a speaker"
    assert max(map(len, chains)) > 2, "somebody relates what somebody else related"
    speakers = {one.id: one for statement in wide.statements for one in wide.speakers_of(statement)}
    assert len([one for one in speakers.values() if one.kind is ActorKind.UNNAMED]) > 2
    assert any(one.members for one in wide.actors), "a group"
    assert any(len(one.part) > 1 for one in wide.actors), "a mediator who is a party"
    assert any(len(one.roles) > 1 for one in wide.actors), "a new role"
    assert any(one.to for chain in chains for one in chain)
    assert any(one.setting for chain in chains for one in chain)


def test_everything_else_that_real_news_has_is_used(wide: Dossier) -> None:
    assert len(wide.base_layer) > 1
    assert len(wide.arguments) > 1
    assert len({step.speaker for _, step in wide.inferences() if step.speaker}) + len(wide.arguments) > 2, (
        "three experts"
    )
    assert any(len(track.mediators) > 1 for track in wide.tracks)
    assert [one for one in wide.disagreements if one not in wide.disagreements_with_others]
    assert any(statement.block for statement in wide.statements)
    quoted = [len(one.text.split()) for statement in wide.statements for one in quotations_in(statement.says)]
    assert min(quoted) < FEWEST_WORDS < max(quoted)
    assert any(event.postponed_to for event in wide.events)
    assert [event.round for event in wide.events if event.round] == [1, 2, 3]
    assert {event.repeats for event in wide.events if event.repeats} == {"every Tuesday", "every night"}
    assert any(event.violates for event in wide.events)


def test_the_reports_are_in_the_repository(wide: Dossier) -> None:
    for source in wide.base_layer:
        text = (DOSSIERS / "wide" / "articles" / f"{source.id}.txt").read_text(encoding="utf-8")
        for passage in source.passages:
            assert passage.starts in text
            assert passage.ends in text
