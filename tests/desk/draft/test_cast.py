"""The actors of a draft: each once, none of them the outlet, and roles that hold when the words were said."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.article import Article
from macros.desk.draft.cast import Cast
from macros.desk.draft.reading import Sentence
from macros.desk.draft.speakers import Speaker
from macros.models.actor import Actor, Role
from macros.models.date import parse_date

ARTICLE = Article(("It rained.",), outlet="The Gazette", issued="2024-05-10", language="en")
KNOWN = Actor.model_validate({"id": "quill", "kind": "person", "name": "José Quill", "short": "Quill"})


def _cast() -> Cast:
    return Cast(ARTICLE, (KNOWN,), {"quill"})


def _said(*speakers: Speaker) -> Sentence:
    return Sentence("p1s1", "It rained.", "It rained", "It rained", speakers=speakers)


def test_names_that_differ_in_nothing_that_counts_are_one_actor() -> None:
    cast = _cast()
    names = ("Jose Quill", "Ann Roe", "ANN ROE", "The Gazette", "Ann Roe")
    assert cast.speakers_of(_said(*map(Speaker, names))) == ("quill", "ann-roe")
    assert [actor["id"] for actor in cast.made] == ["the-gazette", "ann-roe"]


def test_what_could_be_the_source_itself_is_no_actor() -> None:
    cast = _cast()
    assert cast.speakers_of(_said(Speaker("the report"), Speaker("the old report"))) == ("the-old-report",)


def test_a_role_holds_on_the_day_before_the_publication_and_is_left_to_write_if_it_is_long() -> None:
    cast = _cast()
    cast.speakers_of(
        _said(Speaker("Ann Roe", "the mayor"), Speaker("Bea Lind", "the head of the old crews of the port"))
    )
    first, second = cast.made[1:]
    role = Role.model_validate(first["roles"][0])
    assert (role.during.start, role.during.latest) == (None, date(2024, 5, 10))
    assert role.holds_on(parse_date("2024-05-09"))
    assert second["roles"] == ()
    assert "roles" in first["guessed"]
    assert "roles" in second["guessed"]
