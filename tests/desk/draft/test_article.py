"""What `nox -s draft` takes from a file: what a seed file cannot hold is left out, and what the editor gives goes first."""

from __future__ import annotations

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.article import Article, UnreadableError, read_article
from macros.desk.draft.cleaning import headline

TEXT = "{title}\n\nBy “Jo” Mara\n\n{url}\n\nThe night ferry can sail again from June on.\n\n* * *\n\nIt is small.\n"
PAGE = """<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="The Gazette"></head><body><article>
<p>The night ferry can run again from June, the port office said on Friday after a long meeting with the crews in the harbour.</p>
</article></body></html>"""


def _text(title: str = "The ferry", url: str = "https://g.example/1") -> Article:
    return read_article("a.txt", TEXT.format(title=title, url=url).encode(), {"language": "en"})


def test_what_readers_cannot_see_is_left_out() -> None:
    article = _text("The co\u00adop\u200b")
    assert article.title == "The coop"
    assert article.paragraphs == ("The night ferry can sail again from June on.", "It is small.")


@pytest.mark.parametrize("title", ["unknown", "The сat"])
def test_a_headline_that_a_seed_file_cannot_hold_is_missing(title: str) -> None:
    assert _text(title).title == ""


@pytest.mark.parametrize(
    ("written", "read"), [("https://g.example/1).", "https://g.example/1"), ("https://a@g.example/", "")]
)
def test_an_address_that_hides_something_is_missing(written: str, read: str) -> None:
    assert _text(url=written).url == read


def test_an_address_of_the_editor_must_be_one() -> None:
    with pytest.raises(UnreadableError, match=r"^the address 'ferry' cannot be used: an address must start with https"):
        read_article("a.txt", TEXT.encode(), {"language": "en", "url": "ferry"})


def test_what_the_editor_gives_goes_before_what_the_article_says() -> None:
    article = read_article(
        "a.txt",
        TEXT.format(title="A", url="https://g.example/1").encode(),
        {"language": "en_GB-x-y", "title": "B", "url": "https://g.example/2"},
    )
    assert (article.title, article.url, article.language) == ("B", "https://g.example/2", "en-GB")
    assert article.given == {"language", "title", "url"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ferry sails - The Gazette", "Ferry sails"),
        ("Ferry sails | Gazette | 19.01.2020", "Ferry sails"),
        ("Ferry sails - to the isles", "Ferry sails - to the isles"),
        ("The Gazette", "The Gazette"),
    ],
)
def test_the_name_of_the_outlet_is_no_part_of_the_headline(title: str, expected: str) -> None:
    assert headline(title, "The Gazette gazette.example") == expected


def test_the_headline_of_a_page_is_cleaned() -> None:
    assert read_article("a.html", PAGE.format(title="Ferry sails - The Gazette").encode(), {}).title == "Ferry sails"
