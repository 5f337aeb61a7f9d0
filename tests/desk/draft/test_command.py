"""The command `nox -s draft`: what it writes, and what it refuses."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.__main__ import main
from macros.desk.draft.article import MAX_BYTES, MAX_CHARACTERS
from macros.models.voice import Mode
from macros.problems.problem import DossierError
from macros.problems.task import Step
from macros.validation.pipeline import check_dossier
from tests.draft_quality import reports

TINY = Path(__file__).parents[2] / "dossiers/tiny/seeds"
TEXT = """Ferry may run again
By Jo Mara
4 May 2024
https://gazette.example/ferry

The night ferry can run again from June, the port office said on Friday.
“We still have about 12 boats, and most of them will probably be painted by then,” said Mara Quill, who heads the crews.

Read more
"""
HTML = """<!doctype html><html lang="en-GB"><head><title>Ferry may run again - The Gazette</title>
<meta property="og:title" content="Ferry may run again"><meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example/ferry"><meta property="article:published_time" content="2024-05-04T10:00:00Z">
<meta name="author" content="Jo Mara"></head><body><article><h1>Ferry may run again</h1>
<p>The night ferry can run again from June, the port office said on Friday after a long meeting with the crews in the harbour.</p>
<p>“We still have about 12 boats, and most of them will probably be painted by then,” said Mara Quill, who heads the crews of the port.</p>
</article></body></html>"""


DATED = ("--date", "2024-05-06")


def _draft(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(list(arguments))
    output = capsys.readouterr()
    return code, output.out + output.err


def test_a_line_break_in_html_begins_no_paragraph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(
        HTML.replace("from June", "from\nJune").replace("Mara Quill", "<b>Mara</b>\n<i>Quill</i>")
    )
    code, said = _draft(capsys, str(tmp_path / "a.html"), str(tmp_path / "ferry"))
    assert code == 0, said
    passages = check_dossier(tmp_path / "ferry").dossier.sources[0].passages
    assert [one.address for one in passages] == ["headline", "p1s1", "p2s1"]


def test_two_speak_together_in_passage_and_chain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "Talks are off\n\nThe talks about the old ferry are off again. Ann Roe and Bill Blake said on Friday that nobody had come to them.\n",
        encoding="utf-8",
    )
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "ferry"), "--language", "en", *DATED)
    assert code == 0, said
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "ferry").glob("*.yml"))
    assert "voices: [{by: [ann-roe, bill-blake]}]" in written
    assert "chain: [{speaker: [ann-roe, bill-blake], date: " in written
    assert not check_dossier(tmp_path / "ferry").dossier.statements


@pytest.mark.parametrize(("name", "text"), [("a.txt", TEXT), ("a.html", HTML), ("a.md", f"# {TEXT}")])
def test_a_draft_has_everything_that_the_article_says(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    folder = tmp_path / "ferry"
    code, said = _draft(capsys, str(tmp_path / name), str(folder), "--language", "en")
    assert code == 0, said
    assert "1 quotations; who speaks: the port office, Mara Quill" in said
    checked = check_dossier(folder)
    (source,) = checked.dossier.sources
    assert (source.title, source.url, source.issued.text) == (
        "Ferry may run again",
        "https://gazette.example/ferry",
        "2024-05-04",
    )
    assert source.author == "Jo Mara"
    passages = {one.address: one for one in source.passages}
    assert passages["p1s1"].voices == ("the-port-office",)
    assert [date.text for date in passages["p1s1"].dates] == ["2024-06", "2024-05-03"]
    assert passages["p2s1"].voices == ("mara-quill",)
    assert passages["p2s1"].speech is Mode.DIRECT or passages["p2s1"].speech is Mode.MIXED
    assert passages["p2s1"].numbers == ("about 12 boats",)
    assert passages["p2s1"].doubt == "probably"
    assert all("voices" in one.guessed or one.left_out for one in source.passages)
    assert [one.id for one in checked.dossier.unfinished] == ["the-port-office-p1s1", "mara-quill-p2s1"]
    assert not checked.dossier.statements
    assert any(task.step.forbids for task in checked.tasks)


@pytest.mark.parametrize("report", reports(), ids=lambda one: one.name)
def test_drafts_in_every_language_have_no_problem(
    report: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = report.article  # type: ignore[attr-defined]
    (tmp_path / "a.txt").write_text("\n\n".join([article.title, *article.paragraphs]), encoding="utf-8")
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", article.language, *DATED)
    assert code == 0, said
    assert check_dossier(tmp_path / "new").dossier.sources[0].title == article.title


def test_options_say_what_the_article_does_not_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT.split("\n\n", 1)[1], encoding="utf-8")
    given = [
        "--date",
        "2024-05-06",
        "--title",
        "The ferry",
        "--publisher",
        "The Gazette",
        "--url",
        "https://g.example/1",
    ]
    again = [str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en"]
    code, said = _draft(capsys, *again, *given)
    assert code == 0, said
    dossier = check_dossier(tmp_path / "new").dossier
    (source,) = dossier.sources
    assert (source.title, source.issued.text, source.url) == ("The ferry", "2024-05-06", "https://g.example/1")
    assert dossier.actor[source.publisher].name == "The Gazette"
    assert source.guessed == ("affiliation", "author")
    # The dossier knows the date of a source that it has.
    code, said = _draft(capsys, *again, "--title", "The ferry")
    assert (code, said.rstrip().endswith("nothing changed")) == (0, True), said


def test_a_day_that_does_not_exist_is_left_to_the_editor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The vote on 31 June 2024 is off, said the old port office of the town.")
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en", *DATED)
    assert code == 0, said
    dossier = check_dossier(tmp_path / "new").dossier
    assert (dossier.sources[0].title, dossier.sources[0].passages[0].dates) == ("none", ())
    sources = tmp_path / "new/sources.yml"
    sources.write_text(sources.read_text(encoding="utf-8").replace("voices, dates]", "voices]"), encoding="utf-8")
    with pytest.raises(DossierError, match="the words of p1s1 give '31 June', but its dates do not"):
        check_dossier(tmp_path / "new")


def test_what_the_article_does_not_say_is_reported_with_its_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT.split("\n", 1)[1], encoding="utf-8")
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en")
    assert code == 0, said
    assert "or draft it into a new folder with --title, --publisher\n" in said
    again = _draft(
        capsys, str(tmp_path / "a.txt"), str(tmp_path / "b"), "--language", "en", "--title=T", "--publisher=G"
    )
    assert "does not say everything" not in again[1]


def test_an_article_after_the_as_of_date_of_the_dossier_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "seeds"))
    as_of = check_dossier(folder).dossier.cover.as_of.text
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    before = (folder / "statements.yml").read_bytes()
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(folder), "--language", "en", "--date", as_of)
    assert code == 0, said
    (folder / "statements.yml").write_bytes(before)
    code, said = _draft(
        capsys, str(tmp_path / "a.txt"), str(folder), "--language", "en", "--title=B", "--url=https://g.example/2"
    )
    message = "a.txt was published on 2024-05-04, after the as-of date of the dossier; move 'as_of' first"
    assert (code, said) == (1, f"{message}\nnothing was written\n")
    assert (folder / "statements.yml").read_bytes() == before


def test_an_article_without_a_headline_and_an_address_is_found_again_by_its_first_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Photo: Jo Mara\n\nThe night ferry can run again from June, the port office said on Friday."
    for change, report in (
        ("", "who speaks"),
        ("", "nothing changed"),
        (" It will be late.", "p2s2: new"),
        ("x", "who speaks"),
    ):
        (tmp_path / "a.txt").write_text(change + text if change == "x" else text + change, encoding="utf-8")
        code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en", *DATED)
        assert code == 0, said
        assert report in said
    ids = {source.id for source in check_dossier(tmp_path / "new").dossier.sources}
    assert "the-night-ferry-can-run-again" in ids


def test_a_second_article_without_an_address_has_another_place_than_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for title in ("One ferry sails", "Two ferries sail"):
        (tmp_path / "a.txt").write_text(f"{title}\n\nIt can sail from June on, the port office said on Friday.")
        code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en", *DATED)
        assert code == 0, said
    assert len({source.url for source in check_dossier(tmp_path / "new").dossier.sources}) == 2


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("31 May", "'31 May' is not a day; write it like 2024-05-31"),
        ("1066-10-14", "no article was published in the year 1066; correct the date"),
    ],
)
def test_a_date_that_is_none_is_refused(
    day: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en", "--date", day)
    assert (code, said) == (1, f"{message}\nnothing was written\n")


def test_the_copy_of_the_text_is_ignored_by_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    shown = subprocess.run(
        ["git", "-C", str(tmp_path), "status", "--porcelain", "--untracked-files=all"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert "new/sources.yml" in shown
    assert "copies" not in shown


def test_an_article_is_added_to_a_dossier_that_exists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "seeds"))
    before = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.yml")}
    text = "Quill doubts it again\n\n3 April 1999\n\n“The bay is full of ice,” said Edda Quill on Monday.\nTwo fishers said so too."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    code, said = _draft(capsys, str(tmp_path / "a.txt"), str(folder), "--language", "en")
    assert code == 0, said
    for name, old in before.items():
        assert (folder / name).read_text(encoding="utf-8").startswith(old.rstrip())
    # The dossier keeps some sources in a folder, so this one gets a file of its own there.
    new = (folder / "sources/quill-doubts-it-again.yml").read_text(encoding="utf-8")
    # The dossier knows her already.
    assert "voices: [quill]" in new


def test_an_article_comes_from_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))
    code, said = _draft(capsys, "-", str(tmp_path / "new"))
    assert code == 0, said
    assert check_dossier(tmp_path / "new").dossier.sources[0].language == "en-GB"


COOKIES = """<!doctype html><html lang="en"><head><title>Before you continue</title></head><body><article><p>We use cookies and other
data to deliver our services. If you give your consent, we also use cookies to measure audiences. You can refuse cookies here.</p>
</article></body></html>"""
BAD = {
    "empty": ("a.txt", b" \n", "en", "a.txt is empty"),
    "binary": ("a.txt", b"\x89PNG\x00\x01 a picture", "en", "a.txt is not text; copy its text into a .txt file"),
    "pdf": ("a.pdf", b"%PDF-1.7\n%\xe2\xe3", "en", "a.pdf is not text; copy its text into a .txt file"),
    "encoding": (
        "a.txt",
        "Das Wasser fließt überall.".encode("latin-1"),
        "de",
        "a.txt has an unknown encoding; save it as UTF-8",
    ),
    "declared": (
        "a.html",
        b"<html><meta charset=utf-8><p>Das Wasser flie\xdft \xfcberall.",
        "de",
        "a.html is not utf-8 text, although it says so; save it as UTF-8",
    ),
    "large": (
        "a.txt",
        b"A sentence. " * (MAX_BYTES // 12 + 1),
        "en",
        "a.txt has 5.0 MB, which is too much for an article",
    ),
    "long": (
        "a.txt",
        b"A sentence. " * (MAX_CHARACTERS // 12 + 1),
        "en",
        "a.txt has more than 300,000 characters, which is too much for an article",
    ),
    "cookies": (
        "a.html",
        COOKIES.encode(),
        "",
        "a.html is a page that asks about cookies, not an article; save the page after you answer",
    ),
    "no-article": (
        "a.html",
        b"<html lang=en><body></body></html>",
        "",
        "a.html contains no article; copy its text into a .txt file",
    ),
    "no-sentence": ("a.txt", b"Hello world", "en", "a.txt contains no sentence"),
    "language": (
        "a.txt",
        b"Maji yanapita chini ya daraja kila siku bila kusimama.",
        "sw",
        "the sentences of the language 'sw' cannot be told apart; write the passages by hand: HOWTO.md, step 2",
    ),
    "no-date": (
        "a.txt",
        TEXT.replace("4 May 2024\n", "").encode(),
        "en",
        "a.txt does not say when it was published; add it: --date 2024-05-31",
    ),
    "name-of-language": (
        "a.txt",
        TEXT.encode(),
        "English",
        "'English' is not the tag of a language; write one such as --language en",
    ),
    "no-language": ("a.txt", TEXT.encode(), "", "a.txt does not say its language; add it: --language en"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_one_clear_line_and_nothing_is_written(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, content, language, message = BAD[case]
    (tmp_path / name).write_bytes(content)
    code, said = _draft(
        capsys, str(tmp_path / name), str(tmp_path / "new"), *(["--language", language] if language else [])
    )
    assert (code, said) == (1, f"{message}\nnothing was written\n")
    assert not (tmp_path / "new").exists()


def test_text_with_a_byte_order_mark_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("utf-16"))
    assert _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en")[0] == 0


def test_folders_that_are_none_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").write_text("mine", encoding="utf-8")
    broken = Path(shutil.copytree(TINY, tmp_path / "broken"))
    (broken / "actors.yml").write_text("- id: [", encoding="utf-8")
    for folder, message in (
        (article, f"{article.as_posix()} is not a folder"),
        (
            tmp_path / "full",
            f"{(tmp_path / 'full').as_posix()} contains something, but no dossier; choose a new folder",
        ),
        (broken, "this is not valid YAML"),
        (tmp_path / "a.txt/below", "cannot be written: Not a directory"),
    ):
        code, said = _draft(capsys, str(article), str(folder), "--language", "en")
        assert code == 1, said
        assert message in said
    assert (
        "none.txt cannot be read: No such file" in _draft(capsys, str(tmp_path / "none.txt"), str(tmp_path / "new"))[1]
    )


def test_a_number_of_four_digits_is_no_year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "1200 boats left\n\n1200 boats left the bay before the storm came.", encoding="utf-8"
    )
    assert _draft(capsys, str(tmp_path / "a.txt"), str(tmp_path / "new"), "--language", "en", *DATED)[0] == 0
    assert check_dossier(tmp_path / "new").dossier.sources[0].passages[1].dates == ()


def _without_guesses(text: str) -> str:
    return re.sub(r"\n *guessed: \[[^\]]*\]", "", text)


def test_a_draft_can_be_published_only_when_nothing_in_it_is_a_guess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    folder = tmp_path / "ferry"
    assert _draft(capsys, str(tmp_path / "a.html"), str(folder))[0] == 0
    says = iter(
        (
            "boats could sail after dark once more in June",
            "paint was dry on “most of them” and would probably be so on the rest",
        )
    )
    statements = folder / "statements.yml"
    text = re.sub('says: ""', lambda _: f"says: {next(says)}", statements.read_text(encoding="utf-8"))
    assert "chain: [{speaker: the-port-office, date: 2024-05-03}]\n" in text
    statements.write_text(text, encoding="utf-8")

    def guesses() -> int:
        return sum(task.step is Step.GUESSES for task in check_dossier(folder).tasks)

    counts = [guesses()]
    for name in ("statements.yml", "sources.yml", "actors.yml", "dossier.yml"):
        path = folder / name
        path.write_text(_without_guesses(path.read_text(encoding="utf-8")), encoding="utf-8")
        counts.append(guesses())
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == 0
    assert len(check_dossier(folder).dossier.statements) == 2
