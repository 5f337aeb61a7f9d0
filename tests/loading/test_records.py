from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field, StringConstraints

from macros.loading.raw import RawRecord
from macros.loading.records import to_model
from macros.loading.yaml_text import read_yaml
from macros.models.base import Record
from macros.models.fingerprint import Fingerprint
from macros.models.guard import Guard
from macros.models.kinds import RECORD_KINDS, kind_of_model
from macros.models.source import Source
from macros.models.term import Term
from macros.problems.problem import did_you_mean

DIGEST = "0123456789abcdef" * 2


def messages(text: str, model: type[Record]) -> list[str]:
    tree = read_yaml(text, "x.yml")
    result = to_model(RawRecord(kind_of_model(model).name, tree.value, tree.places, None), model)
    assert isinstance(result, list)
    return [str(problem) for problem in result]


def test_valid_values_become_a_frozen_record() -> None:
    tree = read_yaml("{id: a, term: b, explanation: c}", "x.yml")
    term = to_model(RawRecord("terms", tree.value, tree.places, None), Term)
    assert isinstance(term, Term)
    with pytest.raises(ValueError, match="frozen"):
        term.term = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "model", "line"),
    [
        (
            f"{{id: {'a' * 81}, term: b, explanation: c}}",
            Term,
            "x.yml:1:6: term: id is too long (at most 80 characters)",
        ),
        (
            f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: x, hashes: 00}}]}}",
            Fingerprint,
            "x.yml:1:89: fingerprint: words must be a whole number",
        ),
        (
            f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: 0, hashes: ''}}]}}",
            Fingerprint,
            "x.yml:1:89: fingerprint: words is too small",
        ),
        ("text", Term, "x.yml:1:1: term: the record must be a set of fields (write 'field: value' lines)"),
    ],
)
def test_errors_are_reported_in_words_that_an_editor_understands(text: str, model: type[Record], line: str) -> None:
    assert line in messages(text, model)


def test_languages_and_hashes_have_their_own_messages() -> None:
    fields = "id: a, title: b, publisher: c, affiliation: d; private, issued: 2020, accessed: 2020-01-02, author: e, read: full"
    assert messages(f"{{{fields}, url: 'https://x.example', language: English!}}", Source) == [
        "x.yml:1:153: source: 'English!' is not a language tag (write en, fr, pt-BR …)"
    ]
    assert messages(
        f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: 1, hashes: zz}}]}}", Fingerprint
    ) == [
        "x.yml:1:100: fingerprint: 'zz' is not a hash (make the fingerprint again: nox -s fingerprint -- --renew <source-id> <text file>)"
    ]


def test_every_type_of_error_that_our_models_can_raise_has_a_message() -> None:
    # Tries values of each wrong type in every field of every model. None may raise an exception.
    for model in (kind.model for kind in RECORD_KINDS.values()):
        for wrong in ("x", "", "[]", "{}", "[[]]", "[{}]", "{a: b}", "'9'"):
            text = "\n".join(f"{name}: {wrong}" for name in model.model_fields)
            tree = read_yaml(text, "x.yml")
            result = to_model(RawRecord("terms", tree.value, tree.places, None), model)
            assert not isinstance(result, list) or all(str(problem).startswith("x.yml:") for problem in result)


class Measurement(Record):
    """A record with types that none of our models has."""

    size: float
    share: Decimal = Field(default=Decimal(0), multiple_of=2)
    code: Annotated[str, StringConstraints(pattern="^x+$")] = "x"
    count: int = 0


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{size: big}", "x.yml:1:8: term: size: input should be a valid number, unable to parse string as a number"),
        ("{size: 1, share: 3}", "x.yml:1:18: term: share: input should be a multiple of 2"),
        ("{size: 1, code: yyy}", "x.yml:1:17: term: 'yyy' cannot be used as code (it must match ^x+$)"),
        (f"{{size: 1, count: {'9' * 5_000}}}", "x.yml:1:18: term: count must be a whole number"),
    ],
)
def test_a_type_without_its_own_message_gets_a_sensible_one(text: str, line: str) -> None:
    tree = read_yaml(text, "x.yml")
    result = to_model(RawRecord("terms", tree.value, tree.places, None), Measurement)
    assert isinstance(result, list)
    assert [str(problem) for problem in result] == [line]


def test_a_number_of_thousands_of_digits_is_one_problem() -> None:
    line = "x.yml:1:29: guard: planted must be a whole number"
    assert line in messages(f"{{falsification: x, planted: {'9' * 5_000}, caught: 1}}", Guard)


def test_a_hint_names_the_nearest_word_or_lists_the_choices() -> None:
    assert did_you_mean("hled", ["held", "declined"]) == "did you mean 'held'?"
    assert did_you_mean("xyz", ["held", "declined"]) == "one of: declined, held"
    assert did_you_mean("xyz", []) == ""
    assert did_you_mean("xyz", [f"word{n}" for n in range(20)]) == ""
