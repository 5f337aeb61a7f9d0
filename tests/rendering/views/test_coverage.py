"""The picture of how passages are used: its scale, and that it stays readable for a long source."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from macros.models.dossier import Dossier
from macros.models.source import Passage
from macros.rendering.views.coverage import WIDTH, PassageUse, Use, coverage
from macros.rendering.views.evidence import source
from tests.rendering.bodies import trees


def unused(number: int) -> list[PassageUse]:
    passages = [
        Passage.model_validate({"address": f"p{n // 3 + 1}s{n % 3 + 1}", "starts": "The end", "ends": "the end"})
        for n in range(number)
    ]
    return [PassageUse(passage, Use.LEFT_OUT, (), ()) for passage in passages]


@pytest.mark.parametrize(("number", "rows"), [(0, 0), (1, 1), (40, 1), (41, 2), (1000, 25)])
def test_a_long_source_has_several_rows(number: int, rows: int) -> None:
    picture = coverage(unused(number))
    assert len(picture.rows) == rows
    bars = [bar for row in picture.rows for bar in row.bars]
    assert len(bars) == number
    assert all(bar.width >= 3 and bar.x + bar.width <= WIDTH for bar in bars)
    assert all(row.axis < picture.height for row in picture.rows)


def test_numbers_of_paragraphs_do_not_overlap() -> None:
    for row in coverage(unused(300)).rows:
        labels = [(bar.x, str(bar.paragraph)) for bar in row.bars if bar.paragraph]
        assert labels
        for (one, text), (other, _) in pairwise(labels):
            assert other - one >= 9 * len(text)


def test_the_scale_measures_the_bars(shipped: Dossier) -> None:
    view = source(shipped, shipped.base_source.id)
    heights = {bar.use.weight: bar.height for row in view.coverage.rows for bar in row.bars}
    lines = dict(view.coverage.scale)
    assert 2 <= len(lines) <= 5
    for weight in lines.keys() & heights.keys() - {0}:
        assert heights[weight] == lines[weight]


def test_the_page_names_each_bar_and_the_unit(shipped: Dossier) -> None:
    page = trees(shipped)[f"evidence/{shipped.base_source.id}/"]
    titles = [title.get_text() for title in page.select(".coverage__bar title")]
    assert len(titles) == len(shipped.base_source.passages)
    named = re.compile(r"(Dateline|Headline|Paragraph \d+, sentence \d+): [a-z ]+(; used in \d+ places?)?")
    assert all(named.fullmatch(title) for title in titles)
    assert page.select(".coverage__number")
