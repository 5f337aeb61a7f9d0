"""What `nox -s draft` leaves out: what stands around the text of an article, each with its guessed reason."""

from __future__ import annotations

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.article import Article
from macros.desk.draft.asides import BYLINE, CAPTION, HEADING, HEADLINE, LINK, OFFER, aside
from macros.desk.draft.reading import read


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 of 18. A crew member looks for the ferry in the bay on Tuesday, in rough weather.", CAPTION),
        ("1 of 18 boats sank in the bay on Tuesday, in rough weather.", ""),
        ("Photo: Jo Mara", CAPTION),
        ("In this photo, a ferry lies in the old harbour of the town.", CAPTION),
        ("A ferry lies in the old harbour of the town. (Photo by Jo Mara)", CAPTION),
        ("The ferry before the storm came in from the west. AP Photo/Jo Mara", CAPTION),
        ("(Additional reporting by Jo Mara in the harbour; Editing by Ann Roe and Bill Blake)", CAPTION),
        ("SOURCE: Harbour Office; Port Union.", CAPTION),
        ("By Jo Mara, The Gazette, in the old harbour", BYLINE),
        ("Von Jo Mara, Hafenstadt", BYLINE),
        ("By June the ferry had left.", ""),
        ("— Ann Roe (@annroe) 4 May 2024", BYLINE),
        ("Stand: 28.04.2020 18:00 Uhr", BYLINE),
        ("Release date:", BYLINE),
        ("28.04.2020 21:38 Uhr", BYLINE),
        ("Read more: The ferry stays in the harbour for another year.", LINK),
        ("Related deaths rose in the bay.", ""),
        ("Lire aussi", LINK),
        ("- The ferry stays in the harbour", LINK),
        ("- The ferry stays in the harbour for now, and the crews stay with it.", ""),
        ("Get the Gazette's daily news by email and never miss a story", OFFER),
        ("Sign up here for our letters. You can leave at any time.", OFFER),
        ("Jo Mara can be reached at the Gazette. Follow him on the web.", OFFER),
        ("A long night", HEADING),
        ("Who pays?", HEADING),
        ("Who pays for all of this when the crews go home?", ""),
        ("“Who pays?”", ""),
        ("Passengers “in despair”", HEADING),
        ("“No,” she said", ""),
        ("The ferry left the harbour before the storm came in from the west of the bay (again", ""),
        ("他走了。", ""),
        ("အခု သွားမယ်။", ""),
    ],
)
def test_what_is_no_part_of_the_text_is_seen(text: str, reason: str) -> None:
    (sentence, *_) = read(Article((text,), language="en", issued="2024-05-04")).sentences
    assert sentence.left_out == reason


def test_what_somebody_says_is_no_offer() -> None:
    said = "The ferry will be in the newsletter of the port, she said."
    assert aside(said) == OFFER
    assert aside(said, is_said=True) == ""


def test_the_headline_again_and_signs_alone_are_no_sentences() -> None:
    paragraphs = ("The ferry sails again.", "* * * It sailed at noon on a calm sea.")
    sentences = read(Article(paragraphs, title="The ferry sails again", language="en", issued="2024-05-04")).sentences
    assert [(one.address, one.left_out) for one in sentences] == [
        ("headline", HEADLINE),
        ("p1s1", HEADLINE),
        ("p2s1", ""),
    ]


def test_nobody_speaks_in_what_is_left_out() -> None:
    sentences = read(
        Article(("Photo: the mayor, Ann Roe, said no to the crews.",), language="en", issued="2024-05-04")
    ).sentences
    assert sentences[0].speakers == ()


def test_what_was_said_after_the_publication_has_no_day() -> None:
    text = "Ann Roe announced on 3 June 2024 that it rained."
    days = [
        read(Article((text,), language="en", issued=issued)).sentences[0].said_on
        for issued in ("2024-06-03", "2024-06-02")
    ]
    assert days == ["2024-06-03", ""]
