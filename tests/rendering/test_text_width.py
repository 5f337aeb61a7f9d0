"""Lines for drawings: nothing is lost, nothing is wider than its line, and no letter is torn apart, in any script."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.models.dossier import Dossier
from macros.rendering.text_width import width, wrap
from macros.rendering.views.argument_map import UPRIGHT, WIDE, Form, Node, argument_map

TITLES = {
    "chinese": "渔船再次驶出港口之前双方都不愿意坐下来谈判，港务长说“可以”。",
    "japanese": "港湾局長は「夜間フェリーはもう一度運航できる」とのべた。ちょっと待って",
    "korean": "항만 책임자는 야간 여객선이 다시 운항할 수 있다고 말했다",
    "hindi": "सरकार की जीत तय है, बंदरगाह के प्रमुख ने कहा",
    "burmese": "ဆိပ်ကမ်းအရာရှိက ညဘက်ကူးတို့သင်္ဘော ပြန်လည်ပြေးဆွဲနိုင်သည်ဟု ပြောသည်",
    "thai": "นายท่าเรือกล่าวว่าเรือข้ามฟากกลางคืนกลับมาวิ่งได้อีกครั้ง",
    "arabic": "قال مدير الميناء إن العبّارة الليلية يمكن أن تعمل من جديد",
    "armenian": "Նավահանգստի պետն ասաց, որ գիշերային լաստանավը կարող է կրկին աշխատել",
    "tamil": "துறைமுக அதிகாரி இரவு படகு மீண்டும் இயங்கலாம் என்று கூறினார்",
    "capitals": "WWW MWM WOMEN MOVE MAXIMUM WARSHIPS TOWARDS MOMBASA",
    "long-word": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "exclamations": "!" * 60,
    "emoji": "⚓🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢👩‍✈️",  # the last one is three code points that belong together
}


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_lines_of_every_script_fit_and_lose_nothing(title: str) -> None:
    lines = wrap(title, WIDE.columns)
    assert bare("".join(lines)) == bare(title)
    assert max(map(width, lines)) * 13 <= WIDE.node_width - 2  # 13 px is the size of the text
    assert len(lines) <= -(-width(title) * 13 // WIDE.node_width) + 3, "lines are not left half empty"
    for line in lines:
        assert category(line[0]) not in {"Mn", "Mc", "Me", "Cf"}, "a mark stays with its letter"


def test_punctuation_and_small_kana_do_not_begin_a_line() -> None:
    for columns in range(8, 40):
        for name in ("chinese", "japanese"):
            for line in wrap(TITLES[name], columns):
                assert not line.startswith(tuple("，。」”ーょっ"))
                assert not line.endswith("「")


def test_only_a_word_that_is_longer_than_a_line_is_broken() -> None:
    assert wrap("No Donaudampfschifffahrtsgesellschaft", 20) == ["No Donaudampfschifff", "ahrtsgesellschaft"]
    assert wrap("No Donaudampfschifffahr", 20) == ["No", "Donaudampfschifffahr"]


def test_a_line_may_end_at_a_hyphen_but_not_at_a_protected_blank() -> None:
    assert wrap("a high-ranking official", 8) == ["a high-", "ranking", "official"]
    assert wrap("at 30\u00a0km", 6) == ["at", "30\u00a0km"]
    assert wrap(" \n", 5) == []


def test_english_titles_are_broken_as_by_the_standard_library(shipped: Dossier) -> None:
    titles = [event.title for event in shipped.events] + [one.title for one in shipped.statements if one.title]
    assert len(titles) > 30
    differing = [title for title in titles if wrap(title, 22) != textwrap.wrap(title, 22)]
    assert len(differing) <= len(titles) // 20, differing


@given(st.text(), st.integers(min_value=3, max_value=40))
def test_any_text_keeps_its_characters(text: str, columns: int) -> None:
    assert bare("".join(wrap(text, columns))) == bare(text)


@pytest.mark.parametrize("form", [WIDE, UPRIGHT])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_no_title_leaves_the_boxes_of_a_map(tiny: Dossier, title: str, form: Form) -> None:
    statements = tuple(
        one.model_copy(update={"title": f"{title} {one.modality or ''}"}) if one.title else one
        for one in tiny.statements
    )
    view = argument_map(replace(tiny, statements=statements), tiny.arguments[0], form)
    for part in view.parts:
        if isinstance(part, Node):
            assert max(map(width, part.title)) * 13 <= part.place.width - 2
            assert 16 * len(part.title) < part.place.height
