from __future__ import annotations

import pytest

from macros.loading.folder import RawRecord
from macros.loading.records import to_model
from macros.loading.yaml_text import read_yaml
from macros.models.base import Record
from macros.models.fingerprint import Fingerprint
from macros.models.kinds import RECORD_KINDS
from macros.models.source import Source
from macros.models.term import Term
from macros.problems.problem import did_you_mean

DIGEST = "0123456789abcdef" * 2


def messages(text: str, model: type[Record]) -> list[str]:
    tree = read_yaml(text, "x.yml")
    result = to_model(RawRecord("records", tree.value, tree.places, None), model)
    assert isinstance(result, list)
    return [str(problem) for problem in result]


def test_sound_values_become_a_frozen_record() -> None:
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
            "x.yml:1:6: record: id is too long (80 characters at most)",
        ),
        (
            f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: x, hashes: 00}}]}}",
            Fingerprint,
            "x.yml:1:89: record: words must be a whole number",
        ),
        (
            f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: 0, hashes: ''}}]}}",
            Fingerprint,
            "x.yml:1:89: record: words is too small",
        ),
        ("text", Term, "x.yml:1:1: record: the record must be a set of fields (write 'field: value' lines)"),
    ],
)
def test_errors_are_told_in_an_editors_words(text: str, model: type[Record], line: str) -> None:
    assert line in messages(text, model)


def test_a_language_and_a_hash_have_forms_of_their_own() -> None:
    fields = (
        "id: a, title: b, publisher: c, affiliation: d; private, issued: 2020, accessed: 2020, author: e, read: full"
    )
    assert messages(f"{{{fields}, url: 'https://x.example', language: English!}}", Source) == [
        "x.yml:1:147: record: 'English!' is no language tag (write en, hy, az …)"
    ]
    assert messages(
        f"{{source: a, digest: {DIGEST}, passages: [{{address: p1s1, words: 1, hashes: zz}}]}}", Fingerprint
    ) == ["x.yml:1:100: record: 'zz' is no hash (make the fingerprint anew: nox -s fingerprint)"]


def test_every_type_of_error_that_our_models_can_raise_has_words() -> None:
    # A value of each wrong shape in every field of every model: none may end in a KeyError or a traceback.
    for model in (kind.model for kind in RECORD_KINDS.values()):
        for wrong in ("x", "", "[]", "{}", "[[]]", "[{}]", "{a: b}", "'9'"):
            text = "\n".join(f"{name}: {wrong}" for name in model.model_fields)
            tree = read_yaml(text, "x.yml")
            result = to_model(RawRecord("records", tree.value, tree.places, None), model)
            assert not isinstance(result, list) or all(str(problem).startswith("x.yml:") for problem in result)


def test_a_hint_names_the_nearest_word_or_lists_a_few() -> None:
    assert did_you_mean("hled", ["held", "declined"]) == "did you mean 'held'?"
    assert did_you_mean("xyz", ["held", "declined"]) == "one of: declined, held"
    assert did_you_mean("xyz", []) == ""
    assert did_you_mean("xyz", [f"word{n}" for n in range(20)]) == ""
