"""The declarations of links between records, and what is derived from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated

import pytest
from pydantic import BaseModel, StringConstraints

from macros.models.base import SLUG, IdentifiedRecord, Nothing, Record, Slug
from macros.models.dossier import Dossier
from macros.models.kinds import ALL_KINDS, FILE_KINDS, RECORD_KINDS, address_of, kind_of_model
from macros.models.references import LocalId, Ref, contained, hints_of, marks_in, own_references, parts, references
from macros.models.uses import facts_of_inferences, key_of, used_ids


def undeclared(model: type[BaseModel]) -> Iterator[str]:
    """Fields that hold ids without a declaration of the kinds that they name."""
    for name, hint in hints_of(model).items():
        marks = list(marks_in(hint))
        is_slug = any(isinstance(mark, StringConstraints) and mark.pattern == SLUG for mark in marks)
        is_own_id = name == "id" and issubclass(model, IdentifiedRecord)
        is_declared = any(isinstance(mark, Ref) or mark is LocalId for mark in marks)
        if is_slug and not is_own_id and not is_declared:
            yield f"{model.__name__}.{name}"


class Undeclared(Record):
    """A record with fields that hold ids, declared and undeclared."""

    person: Slug
    people: tuple[Slug, ...] = ()
    maybe: Slug | None = None
    declared: Annotated[Slug, Ref("actors")]


def test_a_field_that_holds_an_id_without_a_declaration_is_found() -> None:
    assert list(undeclared(Undeclared)) == ["Undeclared.person", "Undeclared.people", "Undeclared.maybe"]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_field_that_holds_an_id_says_of_which_kinds(kind: str) -> None:
    model = FILE_KINDS[kind].model
    assert [name for one in (model, *(inner for _, inner in contained(model))) for name in undeclared(one)] == []


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_declaration_names_kinds_that_exist(kind: str) -> None:
    assert {name for one in references(FILE_KINDS[kind].model) for name in one.ref.kinds} <= set(ALL_KINDS)


def test_a_dossier_holds_every_kind_and_no_other() -> None:
    assert [field.name for field in fields(Dossier)] == ["cover", *RECORD_KINDS, "unfinished"]


def test_every_part_with_an_id_is_a_kind_of_its_own() -> None:
    named = {inner for kind in FILE_KINDS.values() for _, inner in parts(kind.model)}
    assert {kind_of_model(model).name for model in named} == set(ALL_KINDS) - set(FILE_KINDS)


def test_the_way_to_a_nested_field_is_known() -> None:
    patterns = {reference.pattern for reference in references(ALL_KINDS["events"].model)}
    assert {("track",), ("participants", "*"), ("refusals", "*", "by"), ("refusals", "*", "ground", "*")} <= patterns
    assert all(len(reference.pattern) <= 2 for reference in own_references(ALL_KINDS["events"].model))


@pytest.mark.parametrize("kind", list(Nothing))
def test_a_word_for_nothing_is_no_id(kind: Nothing) -> None:
    with pytest.raises(ValueError, match="means that there is nothing"):
        IdentifiedRecord(id=kind.value)


def test_what_only_another_layer_uses_is_not_used(tiny: Dossier) -> None:
    assert used_ids(tiny, "statements") == {statement.id for statement in tiny.statements}
    assert used_ids(tiny, "sources") == {source.id for source in tiny.sources}


def test_a_statement_in_other_words_is_used_with_the_one_that_it_rewords(shipped: Dossier) -> None:
    wordings = {statement.id for statement in shipped.statements if statement.rewords}
    assert wordings
    assert wordings <= used_ids(shipped, "statements")


def test_a_passage_leads_back_to_everything_that_rests_on_it(tiny: Dossier) -> None:
    for statement in tiny.statements:
        addresses = [address_of(user, tiny) for user in tiny.users_of(statement)]
        assert len(addresses) == len(set(addresses))


def test_a_fact_has_a_name_in_reviews(shipped: Dossier) -> None:
    facts = facts_of_inferences(shipped)[shipped.arguments[0].inferences[0].id]
    assert {record for record in facts if isinstance(record, IdentifiedRecord)}
    keys = [key_of(record) for record in facts]
    assert len(keys) == len(set(keys))
    assert all(key.count("/") in {0, 1, 2} for key in keys)
