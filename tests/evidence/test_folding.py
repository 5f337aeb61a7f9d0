from __future__ import annotations

import unicodedata

import pytest
from confusable_homoglyphs.confusables import confusables_data
from hypothesis import given
from hypothesis import strategies as st

from macros.evidence.folding import _ALIKE, folded, pattern_of


@pytest.mark.parametrize(
    "text",
    [
        "regime",
        "Regimes",
        "the regime’s",
        "the regime's",
        "the regimes’ end",
        "RÉGIME",
        "re\u0301gime",
        "re\u00adgime",
        "re\u200bgime",
        "re\u2060gime",
        "re\u034fgime",
        "re\ufe0fgime",
        "re\u3164gime",
        "r\u0435gime",
        "reg\u0456me",
        "ʀegime",
        "regirne",
        "reg1me",
        "ｒｅｇｉｍｅ",
        "𝐫𝐞𝐠𝐢𝐦𝐞",
        "re-gime",
        "re‑gime",
        "re-\n  gime",
        "r.e.g.i.m.e",
        "_regime_",
        "*regime*",
        "anti-regime",
    ],
)
def test_a_word_is_found_however_it_is_disguised(text: str) -> None:
    assert pattern_of("regime").search(folded(text))


@pytest.mark.parametrize("text", ["regimen", "regiment", "a reg of ime", "premier"])
def test_another_word_is_not_found(text: str) -> None:
    assert not pattern_of("regime").search(folded(text))


@pytest.mark.parametrize(
    ("word", "text", "is_found"),
    [
        ("so-called", "the so called", True),
        ("so-called", "the socalled", True),
        ("so-called", "so he called", False),
        ("enemy", "enemies", True),
        ("strike-breaker", "strike-breakers", True),
        ("claimed", "cIaimed", True),
        ("occupied", "0ccupied", True),
        ("as", "a", False),
        ("режим", "pежим", True),
        ("نظام", "نِظـام", True),
        ("משטר", "מִשְׁטָר", True),
        ("जीत", "सरकार की जीत तय", True),
        ("जीत", "सरकार की जाति तय", False),
        ("政权", "这个政权的未来", True),
        ("٣", "3", True),
        ("\u3164", "anything", False),
    ],
)
def test_words_of_every_script_are_found(word: str, text: str, *, is_found: bool) -> None:
    assert bool(pattern_of(word).search(folded(text))) is is_found


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(one for one in decomposed if unicodedata.category(one)[0] != "M")


def test_look_alike_letters_are_those_of_the_standard() -> None:
    listed = {letter: plain for plain, letters in _ALIKE.items() for letter in letters}
    expected: dict[str, set[str]] = {}
    for letter, twins in confusables_data.items():
        base, latin = _plain(letter), {_plain(twin["c"]) for twin in twins}
        if len(base) == 1 and base.isalpha() and not base.isascii():
            expected.setdefault(base, set()).update(one for one in latin if one.isascii() and one.isalnum())
    assert listed.keys() == {base for base, latin in expected.items() if latin}
    assert all(plain in expected[letter] for letter, plain in listed.items())


@given(st.text())
def test_every_text_can_be_folded(text: str) -> None:
    plain = folded(text)
    assert folded(plain) == plain
    if plain.strip(" -"):
        assert pattern_of(text).search(plain)
