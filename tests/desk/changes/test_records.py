from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.desk.changes.records import Change, Weight, changes, weight_of
from macros.loading.folder import read_folder
from macros.models.kinds import FILE_KINDS, RECORD_KINDS
from macros.models.references import contained, hints_of
from tests.conftest import DOSSIERS, ROOT

TINY = DOSSIERS / "tiny" / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "seeds"))


def edited(seeds: Path, file: str, old: str, new: str) -> list[Change]:
    """What is listed after one edit of the small dossier."""
    text = (seeds / file).read_text(encoding="utf-8")
    assert text.count(old) == 1, (file, old)
    (seeds / file).write_text(text.replace(old, new), encoding="utf-8")
    return list(changes(read_folder(TINY), read_folder(seeds)))


@pytest.mark.parametrize("folder", [TINY, ROOT / "seeds", DOSSIERS / "minimal" / "seeds"])
def test_a_dossier_that_has_not_changed_has_no_changes(folder: Path) -> None:
    assert list(changes(read_folder(folder), read_folder(folder))) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "weight"),
    [
        ("statements.yml", "sat down together", "quarrelled", "says", Weight.FACT),
        ("statements.yml", "verb: said, setting: at a public", "verb: argued, setting: at a public", "chain[1].verb", Weight.FACT),
        ("statements.yml", "setting: at a public meeting", "setting: at home", "chain[1].setting", Weight.FACT),
        ("sources.yml", "voices: [{by: tarn, through: [quill]}]", "voices: [{by: tarn, through: [herald]}]", "passages[p3s2].voices[1].through", Weight.MEASURE),
        ("sources.yml", "dates: [1999-03~]", "dates: [1999-03]", "passages[p2s1].dates", Weight.MEASURE),
        ("sources.yml", ", doubt: may well", "", "passages[p4s2].doubt", Weight.MEASURE),
        ("sources.yml", "https://herald.example/17/", "https://evil.example/17/", "url", Weight.MEASURE),
        ("fingerprints/herald-17.yml", "digest: ", "digest: 0", "digest", Weight.MEASURE),
        ("fingerprints/herald-17.yml", "words: 20", "words: 21", "passages[p1s1].words", Weight.MEASURE),
        ("dossier.yml", "as_of: 1999-05-03", "as_of: 1999-05-04", "as_of", Weight.MEASURE),
        ("events.yml", "date: 1999-03~", "date: 1999-03", "date", Weight.FACT),
        ("events.yml", "venue: the lighthouse", "venue: a boat", "venue", Weight.FACT),
        ("gaps.yml", "question: When", "question: Well, when", "question", Weight.WORDING),
    ],
)  # fmt: skip
def test_each_field_has_a_place_and_a_weight(
    file: str, old: str, new: str, field: str, weight: Weight, seeds: Path
) -> None:
    found = edited(seeds, file, old, new)
    assert [(one.field, one.weight, one.state) for one in found] == [(field, weight, "changed")]


def test_a_loaded_word_that_is_taken_away_is_listed_with_all_that_it_said(seeds: Path) -> None:
    text = (seeds / "loaded_words.yml").read_text(encoding="utf-8")
    (seeds / "loaded_words.yml").write_text("[]\n", encoding="utf-8")
    found = list(changes(read_folder(TINY), read_folder(seeds)))
    assert {one.state for one in found} == {"removed"}
    assert {one.weight for one in found} == {Weight.MEASURE}
    assert all(one.after is None and one.before is not None and one.before in text for one in found)


def test_a_new_record_is_listed_field_by_field(seeds: Path) -> None:
    with (seeds / "terms.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: new, term: Keeper, explanation: Who keeps a light.}\n")
    found = list(changes(read_folder(TINY), read_folder(seeds)))
    assert [(one.record, one.state, one.field, one.before, one.after) for one in found] == [
        ("new", "new", "id", None, "new"),
        ("new", "new", "term", None, "Keeper"),
        ("new", "new", "explanation", None, "Who keeps a light."),
    ]


def test_records_without_an_id_are_compared_by_what_they_name(seeds: Path) -> None:
    (one,) = edited(seeds, "positions.yml", "issue: plan, nothing: none", "issue: plan, nothing: unknown")
    assert (one.record, one.field, one.before, one.after) == ("skarn-council/plan", "nothing", "none", "unknown")


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("sources.yml", "address: p3s2", "address: p3s9", "passages[p3s2].address passages[p3s9].address"),
        ("statements.yml", "[p3s2]", '["p3s2, p3s3"]', "passages"),
    ],
)
def test_what_is_renamed_or_joined_is_listed(file: str, old: str, new: str, field: str, seeds: Path) -> None:
    fields = {one.field for one in edited(seeds, file, old, new)}
    assert set(field.split()) <= fields


def written(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "actors.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("[{id: a, roles: [{id: x}, {id: y}]}]", "[{id: a, roles: [{id: y}, {id: x}]}]", [("roles[order]", "x, y", "y, x")]),
        ("[{id: a, roles: [{id: x}]}]", "[{id: a, roles: [{id: x}, {id: y}]}]", [("roles[y].id", None, "y")]),
        ('[{id: a, forms: ["b, c"]}]', "[{id: a, forms: [b, c]}]", [("forms", '"b, c"', "b, c")]),
        ("[{id: a, forms: [b]}]", "[{id: a, forms: []}]", [("forms", "b", "")]),
        ("[{id: a, name: b}]", "[{id: a}]", [("name", "b", None)]),
        ("[{id: a, name: b}]", "[{id: a, name: b}, {id: a, name: b}]", [("id", None, "a"), ("name", None, "b")]),
        ("[{id: a}]", "[{id: a, nonsense: x}]", [("nonsense", None, "x")]),
        ("[{id: a}]", "[{id: a}, text]", [("", None, "text")]),
        ("[{id: a, roles: [x]}]", "[{id: a, roles: [x, {y: z}]}]", [("roles", "x", None), ("roles[1]", None, "x"), ("roles[2].y", None, "z")]),
    ],
)  # fmt: skip
def test_nothing_can_hide(
    before: str, after: str, expected: list[tuple[str, str | None, str | None]], tmp_path: Path
) -> None:
    old, new = written(tmp_path / "old", before), written(tmp_path / "new", after)
    found = [(one.field, one.before, one.after) for one in changes(read_folder(old), read_folder(new))]
    assert found == expected


def every_field() -> Iterator[tuple[str, tuple[str, ...]]]:
    for kind in FILE_KINDS.values():
        for pattern, model in (((), kind.model), *contained(kind.model)):
            for name in hints_of(model):
                yield kind.name, tuple("[1]" if step == "*" else step for step in (*pattern, name))


def test_the_weight_of_a_field_follows_from_its_type_and_kind() -> None:
    weights = {(kind, path): weight_of(FILE_KINDS[kind], path) for kind, path in every_field()}
    measures = {kind for (kind, _), weight in weights.items() if weight is Weight.MEASURE}
    unexported = {kind.name for kind in RECORD_KINDS.values() if not kind.is_exported}
    assert measures == {"sources", "dossier", "aftermath"} | unexported
    says = {
        weight for (_, path), weight in weights.items() if path[-1] in {"says", "modality", "verb", "date", "id", "url"}
    }
    assert Weight.WORDING not in says
    ours = {path[-1] for (_, path), weight in weights.items() if weight is Weight.WORDING}
    assert {"warrant", "text", "explanation", "method"} <= ours
    assert not {"name", "short", "venue", "address", "speaker", "statements", "summary"} & ours
