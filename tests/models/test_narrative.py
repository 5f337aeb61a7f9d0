"""Narrative is split into paragraphs, sentences and clauses, each with its citations."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from macros.models.citation import cited_in, without_citations
from macros.models.narrative import Narrative, paragraphs_of

FERRY = (
    "The harbour master says that the night ferry “can run again” [@ferry-may-run]. "
    "The crews doubt it: the boats, they told the Gazette, were not painted [@crews-boats; @crews-to-gazette]."
)


def clauses(text: str) -> list[tuple[str, list[str], str, bool]]:
    return [
        (one.text, [citation.name for citation in one.citations], one.after, one.is_last)
        for paragraph in paragraphs_of(text)
        for one in paragraph
    ]


def test_the_example_of_the_design_has_two_sentences() -> None:
    assert clauses(FERRY) == [
        ("The harbour master says that the night ferry “can run again”", ["ferry-may-run"], ".", True),
        (
            "The crews doubt it: the boats, they told the Gazette, were not painted",
            ["crews-boats", "crews-to-gazette"],
            ".",
            True,
        ),
    ]


def test_a_clause_ends_at_its_citation_and_the_sentence_goes_on() -> None:
    assert clauses("He says so [@a], and she doubts it [@b/c/d]; nobody asks [@e]!") == [
        ("He says so", ["a"], ",", False),
        ("and she doubts it", ["b/c/d"], ";", False),
        ("nobody asks", ["e"], "!", True),
    ]


@pytest.mark.parametrize(
    ("text", "uncited"),
    [
        ("It rains. He says so [@a].", ["It rains."]),
        ("Will it rain? He says so [@a]. Mr. K. doubts it [@b].", []),
        ("It rains. Élan says so [@a].", ["It rains."]),
        ("He says “it rains.” Then he goes. She stays [@a].", ["He says “it rains.”", "Then he goes."]),
        ("He says so [@a]. Nobody knows why.", ["Nobody knows why."]),
        ("The U.S. Senate voted, J. Kean said [@a].", []),
        ("He says so [@a] and more.", ["and more."]),
    ],
)
def test_a_sentence_without_a_citation_is_found(text: str, uncited: list[str]) -> None:
    assert [words for words, citations, _, _ in clauses(text) if not citations] == uncited


@pytest.mark.parametrize("second", ["მეორე", "الثانية", "第二"])
def test_a_sentence_ends_in_scripts_without_capitals(second: str) -> None:
    assert [text for text, *_ in clauses(f"One word. {second} [@a].")] == ["One word.", second]


@pytest.mark.parametrize("end", "。！？؟۔।")
@pytest.mark.parametrize("gap", ["", " "])
def test_a_sentence_ends_after_its_citation_in_other_scripts(end: str, gap: str) -> None:
    assert clauses(f"谈判停滞，她说 [@a]{end}{gap}الثانية [@b]{end}") == [
        ("谈判停滞，她说", ["a"], end, True),
        ("الثانية", ["b"], end, True),
    ]
    assert clauses("谈判停滞 [@a]，她说 [@b]；「完」 [@c]」。")[0][2:] == ("，", False)


@pytest.mark.parametrize(
    ("text", "uncited"),
    [
        ("谈判停滞。每一方都要 [@a]。", ["谈判停滞。"]),
        ("谈判停滞！“每一方都要”，她说 [@a]。", ["谈判停滞！"]),
        ("谈判停滞। दूसरा [@a]।", ["谈判停滞।"]),
        ("الأولى۔ الثانية [@a]۔", ["الأولى۔"]),
        ("“谈判停滞。” 她走了 [@a]。", ["“谈判停滞。”"]),
        ("“谈判停滞。”她说 [@a]。", []),
        ("“谈判停滞。不再谈。”她说 [@a]。", []),
    ],
)
def test_a_sentence_without_a_citation_is_found_without_blanks(text: str, uncited: list[str]) -> None:
    assert [words for words, citations, _, _ in clauses(text) if not citations] == uncited


def test_each_line_is_a_paragraph() -> None:
    assert [len(paragraph) for paragraph in paragraphs_of("One [@a]. Two [@b].\nThree [@c].\n")] == [2, 1]


class Told(BaseModel):
    """A record with a narrative."""

    text: Narrative


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He says so [ @a] today [@a].", r"'@a\]' is not a citation"),
        ("He says so [see @a]; she too [@a].", r"'@a\];' is not a citation"),
        ("He says so ［@a］ today [@a].", "'［@a］' is not a citation"),
        ("He wrote to a@b.example today [@a].", "'a@b.example' is not a citation"),
        ("He n\u200bever says so [@a].", r"U\+200B"),
    ],
)
def test_what_would_hide_a_clause_is_an_error(text: str, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Told(text=text)


def test_brackets_belong_in_quotations() -> None:
    assert Told(text="He says “it [the rain] ends” [@a].").text


@pytest.mark.parametrize("group", ["@a b", "@", "@a;", "@A", "@a, maybe", "@a @b"])
def test_what_is_almost_a_citation_is_an_error(group: str) -> None:
    with pytest.raises(ValueError, match="is not a citation"):
        paragraphs_of(f"He says so [{group}].")


def test_an_editor_can_confirm_a_negation() -> None:
    ((clause,),) = paragraphs_of("He says no [@a, negation; @b].")
    assert [citation.is_negation_checked for citation in clause.citations] == [True, False]


@given(st.text())
def test_any_text_is_a_narrative_or_an_error_with_a_reason(text: str) -> None:
    with suppress(ValueError):  # whose reason is tested above
        words = "".join(one.text + one.after for paragraph in paragraphs_of(text) for one in paragraph)
        assert "".join(words.split()) == "".join(without_citations(text).split())
        assert len(list(cited_in(text))) == sum(len(one.citations) for p in paragraphs_of(text) for one in p)
