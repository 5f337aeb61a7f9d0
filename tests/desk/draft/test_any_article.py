"""Whatever an article contains, `nox -s draft` refuses it in one line, or writes a dossier that is unfinished and not wrong."""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from html import escape
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.__main__ import main
from macros.desk.draft.segmenter import LANGUAGES
from macros.validation.pipeline import check_dossier

_PHRASES = (
    "Ann Roe", "ANN ROE", "José Lind", "Jose Lind", "the port office", "The Gazette", "two pilots of the harbour", "M. d’Armel",
    "Joko “Jo” Lund", "the head of the oldest of the three crews of the port", "said", "told The Gazette", "a déclaré", "sagte", "сказал",
    "according to", "that it rained", "“no”", "“we will not go home before it rains”", "«нет»", "„nein“", "‘yes’", '"never"', "“",
    "on Monday", "last June", "next May", "3/4/2024", "31 June", "in the 1880s", "Flight 1549", "2021-25", "Nov. 29", "1,200 boats",
    "33%", "½", "№5", "10²", "it may", "probably", "l’équipage", "COVID-ский", "сat", "Ann Rое", "ﷺ", "ﬁsh", "co\u00adop", "a\u200bb", "سیب‌ها",
    "他走了。", "ฝนตก", "\u202e", "#1", "key: value", "- [x", "{a}", "|", "unknown", "none", "null", "~", "!tag", "&a", "*a", "%", "@", "`",
    "Read more:", "Photo:", "By Ann Roe", "1 of 18.", "* * *", "https://g.example/a).", "—", "…", "\x85", "\u2028", "\x07",
)  # fmt: skip
_ENDS = (".", "!", "?", ":", "", "…", "。", "։", ".”", "”.", "\n", "\n\n", "\n\n\n", ", ", " ")
_PIECES = st.sampled_from(_PHRASES) | st.text(max_size=12) | st.text(string.ascii_letters + " ", max_size=30)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(_ENDS)), min_size=4, max_size=40).map(
    lambda parts: " ".join(f"{words}{end}" for words, end in parts)
)


def _page(text: str) -> str:
    paragraphs = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n"))
    return f"<!doctype html><html><head><title>{escape(text[:30])}</title></head><body><article>{paragraphs}</article></body></html>"


def _given(title: str, publisher: str) -> Iterator[str]:
    for name, value in (("--title", title), ("--publisher", publisher)):
        if value:
            yield f"{name}={value}"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    text=_TEXTS,
    ending=st.sampled_from((".txt", ".md", ".html")),
    language=st.sampled_from(sorted(LANGUAGES)) | st.just("en"),
    title=st.sampled_from(("", "The ferry", "“No” is 3 May", "unknown")) | st.text(max_size=20),
    publisher=st.sampled_from(("", "The Gazette", "Ann Roe", "“G”: #1")) | st.text(max_size=20),
)
def test_a_draft_is_refused_in_one_line_or_passes_the_checks(
    text: str, ending: str, language: str, title: str, publisher: str
) -> None:
    with TemporaryDirectory() as name:
        article, folder = Path(name) / f"a{ending}", Path(name) / "new"
        article.write_text(_page(text) if ending == ".html" else text, encoding="utf-8")
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = main(
                [str(article), str(folder), "--language", language, "--date", "2024-05-10", *_given(title, publisher)]
            )
        if code:
            assert said.getvalue().endswith("nothing was written\n")
            assert len(said.getvalue().splitlines()) == 2
            assert not folder.exists()
        else:
            assert check_dossier(folder).tasks
