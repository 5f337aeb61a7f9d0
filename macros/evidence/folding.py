"""Folds texts, so that a word is found however it is disguised: by accents, look-alike letters, invisible characters, hyphens.

Look-alike letters follow the skeleton of Unicode Technical Standard 39, Unicode Security Mechanisms. Only a comparison can use
folded text: it is not for readers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from macros.evidence.words import UNSPACED_LETTER

_ALIKE = {
    "2": "ƨƻϩᒿꙅꝛ",
    "3": "ȝɜʒзҙӡⳍꝫ𑣊𖼻",
    "4": "Ꮞ𑣏",
    "5": "𑣛",
    "6": "бᏮⳓ𑣕",
    "7": "𐓺𑣆",
    "8": "ȣ𐌚",
    "9": "ⳋꝯ𑣌𑣖",
    "a": "ɑαаᎪᗅꓮ𐊠𖽀",
    "aa": "ꜳ",
    "ae": "æӕ",
    "ao": "ꜵ",
    "au": "ꜷ",
    "av": "ꜹꜻ",
    "ay": "ꜽ",
    "b": "ƀƃƅɓвьѣҍᏏᏴᑲᑳᖯᗷꓐ𐊂𐊡𐌁",
    "bl": "ы",
    "c": "ȼсҫᏟᴄⲥꓚ𐊢𐌂𐐽𐔜",
    "d": "ðđƌɖɗԁᎠᏧᑯᗞᗪꓒꓓ",
    "dz": "ʣ",
    "e": "ɇεеҽҿᎬⴹꓰꬲ𐊆𑣎",
    "f": "ƒϝքᖴᵮẝꓝꞙꬵ𐊇𐊥𐔥𑣂",
    "g": "ƍǥɠɡԍցᏀᏳᶃꓖ",
    "h": "ħɦнћңһӈӊհᎻᏂᏲᕼⱨⲏꓧꚕ𐋏",
    "i": "ıɨɩɪιіӏᎥᵻᵼꙇ𑣃",
    "j": "ɉʝϳјᎫᒍꓙ",
    "k": "ƙκкқҟᏦᛕⱪⲕꓗꝁ𐔘",
    "l": "łƚǀɫɭᏞᒪᛁᣳⲓⳑⵏꓡꓲ𐊊𐌉𐑃𐔦𑣒𖼖𖼨",
    "ll": "ǁ",
    "lo": "ю",
    "ls": "ʪ",
    "lz": "ʫ",
    "m": "μϻмӎᎷᗰᛖⲙꓟꭑ𐊰𐌑",
    "n": "ƞɲɳηոռᵰⲛꓠ𐔓",
    "o": "øɵθοσоѳөօଠഠတဝჿዐᎤᎾᏫᴏᴑⲟⴱⵁⵔꓳꝋꬽꬾ𐊒𐊫𐐬𐓪𐔖𑣈𑣗",
    "oe": "œ",
    "oo": "ꚙꝏ",
    "p": "ƥρрᏢᑭᣖᵽⲣꓑ𐊕",
    "q": "ʠԛգզⵕ",
    "r": "ɍɼɽʀгғᎡᎱᏒᖇᣴᴦᵲⲅꓣꭇꭈ𐓜𖼵",
    "rn": "ɱᵯ𑜀",
    "s": "ƽʂѕտᏕᏚᣵᵴꓢꜱ𐊖𐑈𑣁𖼺",
    "ss": "βᏰꞵ",
    "t": "ŧƫƭʈτтҭᎢᵵⱦⲧꓔ𐊗𐊱𐌕𖼊",
    "t3": "ꜩ",
    "tf": "ꝷ",
    "ts": "ʦ",
    "u": "ʉʋυսሀᏌᑌᴜᵾꓴꞟꭎꭒ𐓶𑣘𖽂",
    "ue": "ᵫ",
    "uo": "ꭣ",
    "v": "νѵᏙᐯᴠⴸꓦꛟ𐔝𑜆𑣀𖼈",
    "w": "ɯѡѽԝաᎳᏔᴡꓪꝡ𑓅𑜊𑜎𑜏",
    "x": "χхҳᕁᕽᚷⲭⵝꓫꭓ𐊐𐊴𐌗𐔧",
    "y": "ƴɏɣʏγуүұყᎩᎽᶌỿⲩꓬꭚ𐊲𑣜𖽃",
    "z": "ƶȥʐζᏃᙆᴢᵶꓜ𑣄𑣉",
}
"""Letters that look like Latin letters or digits, in lower case and without accents. Those of confusables.txt (Unicode, UTS 39) with
a Latin prototype; the tests compare the table with the package confusable-homoglyphs."""

_NO_LETTERS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\u3164\u115f\u1160\ufe00-\ufe0f\ufe20-\ufe2f\uffa0]"
)
"""Accents, and the optional vowel signs of Arabic and Hebrew, which a word can have or not. The vowel signs of Indic and other scripts
make another word. Also letters that are invisible."""

_FEWEST_LETTERS = 3
"""A word that is shorter has no plural here: "as" is not the plural of "a"."""


_BY_LETTER = {ord(letter): plain for plain, letters in _ALIKE.items() for letter in letters}
_BY_LETTER |= {ord("i"): "l", ord("1"): "l", ord("|"): "l", ord("0"): "o"}


class _Folds(dict[int, str]):
    """What each character becomes: itself or the Latin letter that it looks like, a blank, a hyphen, or nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category == "Cf" or _NO_LETTERS.match(character):
            folded = ""
        elif code in _BY_LETTER:
            folded = _BY_LETTER[code].replace("i", "l")
        elif category == "Nd":
            digit = str(unicodedata.digit(character))
            folded = _BY_LETTER.get(ord(digit), digit)
        else:
            folded = character if category[0] in "LMN" else " " if character.isspace() else "-"
        self[code] = folded
        return folded


_FOLDS = _Folds()


def folded(text: str) -> str:
    """A text of letters, digits, blanks, and hyphens for all other characters.

    Texts that look alike have the same folded text: accents, compatibility forms (Unicode NFKC), case and invisible characters do not
    count, and letters that look like Latin letters are these. As in UTS 39, "1", "i" and "l" are one letter, and so are "m" and "rn".
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return plain.translate(_FOLDS).replace("rn", "m").replace("vv", "w")


def _with_plurals(word: str) -> list[str]:
    """A folded word and its plurals. Whether a word is a plural itself, or a verb, cannot be seen, so there is no way back."""
    plurals = (f"{word}s", f"{word}es", *((f"{word[:-1]}{folded('ies')}",) if word.endswith("y") else ()))
    return [*plurals, word] if len(word) >= _FEWEST_LETTERS else [word]


def _divided(word: str) -> str:
    return "(?:-+ *)?".join(map(re.escape, word))


@cache
def pattern_of(phrase: str) -> re.Pattern[str]:
    """Finds a word, or several in a row, in a folded text: as plural or possessive too, and if hyphens or other signs divide it."""
    *before, last = [word for word in re.split("[ -]+", folded(phrase)) if word] or ["-"]
    words = [*map(_divided, before), f"(?:{'|'.join(map(_divided, _with_plurals(last)))})(?:-+s)?"]
    starts = "" if UNSPACED_LETTER.match((before or [last])[0]) else "(?<![^ -])"
    ends = "" if UNSPACED_LETTER.match(last[-1]) else "(?![^ -])"
    return re.compile(starts + "[ -]*".join(words) + ends)
