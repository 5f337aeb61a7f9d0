from __future__ import annotations

import pytest

from macros.models.characters import refused_characters


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("re\N{SOFT HYPHEN}gime", "the text contains U+00AD (SOFT HYPHEN), which readers cannot see"),
        ("a\N{ZERO WIDTH SPACE}b", "the text contains U+200B (ZERO WIDTH SPACE), which readers cannot see"),
        ("a\N{WORD JOINER}b", "the text contains U+2060 (WORD JOINER), which readers cannot see"),
        ("a\u034fb", "the text contains U+034F (COMBINING GRAPHEME JOINER), which readers cannot see"),
        ("a\ufe0f", "the text contains U+FE0F (VARIATION SELECTOR-16), which readers cannot see"),
        ("a\N{LEFT-TO-RIGHT MARK}b", "the text contains U+200E (LEFT-TO-RIGHT MARK), which readers cannot see"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}", "the text contains U+202E (RIGHT-TO-LEFT OVERRIDE), which readers cannot see"),
        ("\N{LEFT-TO-RIGHT ISOLATE}", "the text contains U+2066 (LEFT-TO-RIGHT ISOLATE), which readers cannot see"),
        ("\U000e0041", "the text contains U+E0041 (TAG LATIN CAPITAL LETTER A), which readers cannot see"),
        ("\u3164", "the text contains U+3164 (HANGUL FILLER), which readers cannot see"),
        ("\N{LINE SEPARATOR}", "the text contains U+2028 (LINE SEPARATOR), which readers cannot see"),
        ("\x1b", "the text contains U+001B (a control character), which readers cannot see"),
        ("\x00", "the text contains U+0000 (a control character), which readers cannot see"),
        ("\x85", "the text contains U+0085 (a control character), which readers cannot see"),
        ("\ue000", "the text contains U+E000 (not a character), which readers cannot see"),
        ("\ufffd", "the text contains U+FFFD (REPLACEMENT CHARACTER), which readers cannot see"),
        ("a\N{ZERO WIDTH NON-JOINER}b", "the text contains U+200C (ZERO WIDTH NON-JOINER), which readers cannot see"),
        ("2023\ufe0f", "the text contains U+FE0F (VARIATION SELECTOR-16), which readers cannot see"),
        ("\N{ARABIC LETTER BEH}\u200c a", "the text contains U+200C (ZERO WIDTH NON-JOINER), which readers cannot see"),
        ("\N{HEAVY BLACK HEART}\U000e0041", "the text contains U+E0041 (TAG LATIN CAPITAL LETTER A), which readers cannot see"),
        ("told \N{CYRILLIC SMALL LETTER A} meeting", "'\N{CYRILLIC SMALL LETTER A}' is CYRILLIC SMALL LETTER A among Latin letters"),
        ("r\N{CYRILLIC SMALL LETTER IE}gime", "the word 'r\N{CYRILLIC SMALL LETTER IE}gime' mixes Latin and Cyrillic letters"),
        ("\N{GREEK SMALL LETTER OMICRON}range", "the word '\N{GREEK SMALL LETTER OMICRON}range' mixes Latin and Greek letters"),
    ],
)  # fmt: skip
def test_what_a_reader_cannot_see_is_refused_by_its_name(text: str, message: str) -> None:
    assert [said for _, said, _ in refused_characters(text)] == [message]


@pytest.mark.parametrize(
    "text",
    [
        "two\nlines\twith a tab",
        "Əliyev, Алиев, Երևան, Straße, 10 °C",
        "می\N{ZERO WIDTH NON-JOINER}خواهد",
        "क्\N{ZERO WIDTH JOINER}ष",
        "the Алиев-Aliyev letters",
        "東京タワー",
        "a\N{NO-BREAK SPACE}b",
        "\N{BEACH WITH UMBRELLA}",
        "\N{HEAVY BLACK HEART}\ufe0f 1\ufe0f\u20e3",
        "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}",
        "\N{WAVING BLACK FLAG}\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "ไม่\u200bไป",
        "5 \N{GREEK SMALL LETTER MU}m, 3 k\N{GREEK CAPITAL LETTER OMEGA}, \N{GREEK CAPITAL LETTER DELTA}t",
        "слово и Latin",
    ],
)
def test_what_a_script_needs_is_accepted(text: str) -> None:
    assert list(refused_characters(text)) == []
