"""An article that changed is drafted again: what an editor wrote stays, and the report says what moved."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.__main__ import main
from macros.desk.draft.files import copy_path
from macros.validation.pipeline import check_dossier

FIRST = """Ferry may run again

https://gazette.example/ferry

The night ferry can run again from June, the port office said. Nobody has said what a crossing will cost in the first months.

“Most of the boats are painted now,” said Mara Quill, who heads the crews. The crews met on 3 May in the old harbour of the town.
"""
SECOND = """Ferry may run again

https://gazette.example/ferry

A storm hit the harbour of the town on Sunday night.

The night ferry can run again from July, the port office said.

“Most of the boats are painted now,” said Mara Quill, who heads the crews. The crews met on 3 May in the old harbour of the town.
"""


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A draft in which an editor has written something."""
    (tmp_path / "a.txt").write_text(FIRST, encoding="utf-8")
    made = tmp_path / "ferry"
    assert main([str(tmp_path / "a.txt"), str(made), "--language", "en", "--date", "2024-05-04"]) == 0
    capsys.readouterr()
    sources, statements = made / "sources.yml", made / "statements.yml"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(
        text.replace("    - address: p2s1", "    # Checked by me.\n    - address: p2s1  # the crews"), encoding="utf-8"
    )
    text = statements.read_text(encoding="utf-8")
    says = 'says: ""\n  guessed: [kind]'
    assert says in text
    text = text.replace(says, "says: boats could sail after dark once more quite soon  # mine", 1)
    statements.write_text(text, encoding="utf-8")
    return made


def _again(folder: Path, text: str) -> int:
    (folder.parent / "a.txt").write_text(text, encoding="utf-8")
    return main([str(folder.parent / "a.txt"), str(folder), "--language", "en"])


def test_the_same_article_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.parent.name != "schema"}
    assert _again(folder, FIRST) == 0
    assert {
        path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.parent.name != "schema"
    } == before
    assert capsys.readouterr().out.endswith("gazette-example-2024-05-04 has 5 passages; nothing changed\n")


@pytest.mark.parametrize("has_copy", [True, False])
def test_what_moved_is_found_and_what_was_written_stays(
    *, has_copy: bool, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = copy_path(folder, "gazette-example-2024-05-04")
    if not has_copy:
        copy.unlink()
    assert _again(folder, SECOND) == 0
    report = capsys.readouterr().out.splitlines()[1:]
    assert report == [
        "p1s1: new",
        *(
            ["p2s1 (was p1s1): its words changed; look again at the-port-office-p1s1"]
            if has_copy
            else ["p2s1: was p1s1"]
        ),
        "p3s1: was p2s1",
        "p3s2: was p2s2",
        "p1s2: no longer in the article; look again at gazette-example-p1s2",
    ]
    sources = (folder / "sources.yml").read_text(encoding="utf-8")
    assert "    # Checked by me.\n    - address: p3s1  # the crews\n" in sources
    assert "    # The article no longer has this sentence:\n    #     - address: p1s2\n" in sources
    statements = (folder / "statements.yml").read_text(encoding="utf-8")
    assert "says: boats could sail after dark once more quite soon  # mine" in statements
    assert "passages: [p2s1]\n" in statements
    assert "- id: gazette-example-p1s1\n" in statements
    assert "A storm hit" in copy.read_text(encoding="utf-8")


def test_a_statement_on_a_sentence_that_is_gone_is_reported_by_the_checks(folder: Path) -> None:
    assert _again(folder, SECOND) == 0
    with pytest.raises(Exception, match=r"'gazette-example-2024-05-04' has no passage 'p4s1'"):
        check_dossier(folder)


def test_a_new_speaker_becomes_an_actor(folder: Path) -> None:
    actors = (folder / "actors.yml").read_text(encoding="utf-8")
    assert _again(folder, f"{SECOND}\n“I doubt it,” said Jo Tarn.\n") == 0
    new = (folder / "actors.yml").read_text(encoding="utf-8")
    assert new.startswith(actors)
    assert "- id: jo-tarn\n" in new


def test_passages_in_brackets_are_not_edited(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = folder / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    begin = text.index("  passages:")
    sources.write_text(
        text[:begin] + "  passages: [{address: p1s1, starts: The night, ends: office said}]\n", encoding="utf-8"
    )
    assert _again(folder, SECOND) == 1
    assert "the passages are not one below another; list them so, then try again" in capsys.readouterr().err


def test_a_changed_passage_in_braces_is_marked_too(folder: Path) -> None:
    sources = folder / "sources.yml"
    text = sources.read_text(encoding="utf-8")
    begin, end = text.index("    - address: p1s1"), text.index("    - address: p1s2")
    line = "    - {address: p1s1, starts: The night ferry, ends: port office said, speech: indirect, voices: [the-port-office]}\n"
    sources.write_text(text[:begin] + line + text[end:], encoding="utf-8")
    assert _again(folder, SECOND) == 0
    assert "- {guessed: [starts, ends], address: p2s1, starts: The night ferry," in sources.read_text(encoding="utf-8")
