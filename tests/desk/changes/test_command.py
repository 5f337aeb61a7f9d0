from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.desk import review
from macros.desk.changes import as_markdown
from macros.desk.changes.__main__ import main as command
from macros.desk.changes.as_markdown import code
from macros.problems.problem import printable
from tests.conftest import DOSSIERS
from tests.desk.changes.conftest import TINY, git
from tests.hostile import write_hostile


def main(arguments: list[str]) -> int:
    """The command, for the summary of a pull request."""
    return command([*arguments, "--markdown"])


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def read(markdown: str) -> BeautifulSoup:
    """What a reader of GitHub sees, as far as CommonMark goes."""
    return BeautifulSoup(MarkdownIt("gfm-like", {"linkify": False}).render(markdown), "html.parser")


def test_without_changes_the_list_says_so(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["HEAD"]) == 0
    assert capsys.readouterr().out == "# Changes of the records since `HEAD`\n\nNo record has changed.\n"


def test_what_was_changed_together_is_listed_together_the_gravest_first(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = checkout / "seeds"
    change(seeds / "gaps.yml", "question: ", "question: Well, ")
    change(seeds / "statements.yml", "sat down together", "quarrelled")
    change(seeds / "sources.yml", ", doubt: may well", "")
    change(seeds / "dossier.yml", "as_of: 1999-05-03", "as_of: 1999-05-04")
    git(checkout, "commit", "-am", "Two")
    assert main(["HEAD~1"]) == 0
    page = read(capsys.readouterr().out)
    assert [heading.get_text() for heading in page.find_all("h2")] == [
        "What records are checked against (2)",
        "Who says what, what happened, and when (1)",
        "Our own words (1)",
        "Checks that it touches (4)",
        "Inferences to look at again (3)",
    ]
    shown = [" ".join(item.get_text().split()) for item in page.select("li li")]
    assert shown[0] == "as_of: …1999-05-03 → 1999-05-04".replace("…", "")
    assert shown[1] == "passages[p4s2].doubt: may well removed"
    assert shown[2].startswith("says: ")
    assert "sat down together" in shown[2]
    assert "quarrelled" in shown[2]


def test_new_and_removed_records_are_marked(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "seeds" / "loaded_words.yml").write_text("[]\n", encoding="utf-8")
    with (checkout / "seeds" / "terms.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: new, term: Keeper, explanation: Who keeps a light.}\n")
    assert main(["main"]) == 0
    listed = capsys.readouterr().out
    assert "- **removed** loaded word" in listed
    assert "- **new** term `new`\n  - `id`: `new`\n" in listed


def test_a_dossier_that_did_not_exist_yet_is_all_new(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copytree(DOSSIERS / "minimal" / "seeds", checkout / "ferry"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(other))
    assert main(["HEAD"]) == 0
    listed = capsys.readouterr().out
    assert "**new** dossier" in listed
    assert "**removed**" not in listed
    assert "not complete" not in listed


def test_a_dossier_can_be_the_whole_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = Path(shutil.copytree(DOSSIERS / "minimal" / "seeds", tmp_path / "ferry"))
    git(seeds, "init")
    git(seeds, "add", ".")
    git(seeds, "commit", "-m", "One")
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    assert main(["HEAD"]) == 0
    assert "No record has changed." in capsys.readouterr().out


def test_of_many_hashes_the_first_and_the_last_are_shown(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(checkout / "seeds" / "fingerprints")
    assert main(["HEAD"]) == 0
    shown = [item.get_text() for item in read(capsys.readouterr().out).select("li li") if "hashes" in item.get_text()]
    assert len(shown) == 10
    assert any("…" in text for text in shown)
    assert max(map(len, shown)) < 100


def test_a_file_that_cannot_be_read_is_named(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (checkout / "seeds" / "gaps.yml").write_text("- {id: [", encoding="utf-8")
    assert main(["HEAD"]) == 0
    assert "**This list is not complete**" in (listed := capsys.readouterr().out)
    assert "`gaps.yml: this is not valid YAML" in listed


def test_a_list_that_github_would_refuse_is_cut_and_says_so(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(as_markdown, "MOST_BYTES", 500)
    (checkout / "seeds" / "statements.yml").write_text("[]\n", encoding="utf-8")
    assert main(["HEAD"]) == 0
    listed = capsys.readouterr().out
    assert len(listed.encode()) < 700
    assert listed.endswith("because it is too long. Compare with a later commit, or read the files.\n")


def test_a_long_value_shows_what_has_changed_in_it(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gaps = checkout / "seeds" / "gaps.yml"
    change(gaps, "question: ", f"question: {'word ' * 100}here {'more ' * 2000}")
    git(checkout, "commit", "-am", "Two")
    change(gaps, "here", "there")
    assert main(["HEAD"]) == 0
    item = read(capsys.readouterr().out).select("li li")[0]
    before, after = item.get_text().removeprefix("question: ").split(" → ")
    assert before.startswith("…")
    assert before.endswith("…")
    assert len(before) < 100
    assert " there " in after
    change(gaps, "question: ", f"question: {'new ' * 2000}")
    assert main(["HEAD"]) == 0
    assert len(capsys.readouterr().out) < 20_000


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--output=x"], ["HEAD", "--html", "x.html"]])
def test_wrong_arguments_print_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: nox -s changes --" in capsys.readouterr().err


@pytest.mark.parametrize("commit", ["nowhere", "HEAD:seeds", ""])
def test_an_unknown_commit_is_reported(commit: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([commit]) == 1
    assert f"there is no commit '{commit}' here" in capsys.readouterr().err


def test_a_folder_in_no_checkout_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOSSIER_SEEDS", str(tmp_path))
    assert main(["HEAD"]) == 1
    assert "not a git repository" in capsys.readouterr().err
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["HEAD"]) == 1
    assert "git cannot be run" in capsys.readouterr().err


def test_nothing_that_a_record_contains_has_an_effect(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(checkout / "seeds")
    write_hostile(TINY, checkout / "seeds")
    text = "``` </code><script>x</script> | @all\n# x\n\n- y\u202e"
    (checkout / "seeds" / "terms.yml").write_text(
        json.dumps([{"id": text, text: [text, {"id": text}]}]), encoding="utf-8"
    )
    assert main(["HEAD"]) == 0
    page = read(capsys.readouterr().out)
    assert {tag.name for tag in page.find_all()} == {"h1", "h2", "p", "ul", "li", "code", "strong"}
    assert {tag.get_text() for tag in page.find_all("strong")} <= {
        "new",
        "removed",
        "This list is not complete",
        "Pages are not compared",
    }


@given(st.text(max_size=40) | st.text(alphabet="`\\ |\n*<>_[]()&;", max_size=20))
def test_a_text_reads_as_it_is_and_what_cannot_be_seen_is_escaped(text: str) -> None:
    shown = code(text)
    assert shown.isprintable()
    (item,) = read(f"- x: {shown} → y").find_all("li")
    (found,) = item.find_all("code")
    assert found.get_text().strip(" ") == printable(text).strip(" ")
    assert item.get_text().startswith("x: ")
    assert item.get_text().endswith(" → y")


def test_a_terminal_gets_plain_text_with_old_and_new_lines(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(checkout / "seeds" / "statements.yml", "sat down together", "met each other")
    change(checkout / "seeds" / "events.yml", "title: Meeting at", "title: Gathering at")
    (checkout / "seeds" / "loaded_words.yml").write_text("[]\n", encoding="utf-8")
    assert command(["HEAD"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Changes of the records since HEAD\n\nWhat records are checked against (")
    assert "  loaded word shady/shady (removed)\n" in shown or "(removed)\n" in shown
    assert "  statement march-meeting\n    says\n      - " in shown
    assert "Sentences on pages (" in shown
    assert "    - The Skarn Herald" in shown
    assert "Checks that it touches (" in shown
    assert "Inferences to look at again (" in shown
    assert "\x1b" not in shown


def test_a_terminal_is_told_if_nothing_changed_or_could_not_be_compared(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(["HEAD"]) == 0
    assert capsys.readouterr().out == "Changes of the records since HEAD\n\nNo record has changed.\n"
    change(checkout / "seeds" / "statements.yml", "source: herald-17", "source: herald-18")
    assert command(["HEAD"]) == 0
    shown = capsys.readouterr().out
    assert "Pages are not compared, because the dossier cannot be published:\n  now: statements.yml:2: " in shown
    assert "Sentences on pages" not in shown
    # What the change touches is looked up in the earlier state.
    assert "Checks that it touches" in shown


def test_the_page_shows_old_and_new_sentences_side_by_side(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(checkout / "seeds" / "statements.yml", "sat down together", "met <b>each other</b>")
    change(checkout / "seeds" / "terms.yml", "explanation: ", "explanation: That is ")
    file = tmp_path / "changes.html"
    assert command(["HEAD", "--html", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: written\n"
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    rows = [
        [" ".join(cell.get_text().split()) for cell in row.find_all("td")]
        for row in page.select("table")[0].select("tbody tr:not(.where)")
    ]
    before, after = next(row for row in rows if "sat down together" in row[0])
    assert after == before.replace("sat down together", "met <b>each other</b>")
    assert any("That is" in row[1] for row in rows)
    assert {"sat", "down", "together"} <= {text for cell in page.select("del") for text in cell.get_text().split()}
    assert page.select("b b") == []
    assert "Sentences on pages (" in str(page.h2)
    assert not page.select("script, link, img, [href], [src]")


def test_a_page_without_changes_or_with_problems_says_so(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "changes.html"
    assert command(["HEAD", "--html", str(file)]) == 0
    assert "No record has changed." in file.read_text(encoding="utf-8")
    (checkout / "seeds" / "gaps.yml").write_text("- {id: [", encoding="utf-8")
    assert command(["HEAD", "--html", str(file)]) == 0
    page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
    assert len(page.select("ul.wrong")) == 2
    assert command(["HEAD", "--html", str(tmp_path / "nowhere" / "x.html")]) == 1
    assert "x.html cannot be written: No such file or directory" in capsys.readouterr().err


def test_a_change_that_needs_a_review_is_compared_all_the_same(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert review.main() == 0
    git(checkout, "add", ".")
    git(checkout, "commit", "-m", "Reviewed")
    change(checkout / "seeds" / "events.yml", "title: Meeting at the lighthouse", "title: Gathering at the lighthouse")
    assert command(["HEAD"]) == 0
    shown = capsys.readouterr().out
    assert "Pages are not compared" not in shown
    assert "+ Gathering at the lighthouse" in shown
    assert "lighthouse-round" in shown.partition("Inferences to look at again")[2]


def test_an_earlier_state_of_an_older_format_is_migrated_first(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cover = checkout / "seeds" / "dossier.yml"
    text = cover.read_text(encoding="utf-8")
    cover.write_text(text.replace("format: 2\n", ""), encoding="utf-8")
    git(checkout, "commit", "-am", "Old")
    cover.write_text(text.replace("The herring talks", "The herring"), encoding="utf-8")
    assert command(["HEAD"]) == 0
    shown = capsys.readouterr().out
    assert "Pages are not compared" not in shown
    assert "    title\n" in shown
    assert "    format\n" not in shown


def test_what_can_be_derived_touches_nothing_if_it_is_left_out_or_written(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(checkout / "seeds" / "statements.yml", "  passages: [p2s1]\n  mode: indirect\n", "  passages: [p2s1]\n")
    assert command(["HEAD"]) == 0
    shown = capsys.readouterr().out
    assert "  statement march-meeting\n    mode\n      - indirect\n" in shown
    assert "Checks that it touches" not in shown
    assert "Sentences on pages" not in shown
