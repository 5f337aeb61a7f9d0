from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from macros.models.dossier import Dossier
from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.browser.serving import Served
from tests.conftest import DOSSIERS, ROOT
from tests.site.building import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

SPELLINGS = [
    "Əliyev|Aliyev|ALİYEV|aliyev|Aliev|Алиев|АЛИЕВ|Ալիև|ალიევი",
    "Azərbaycan|Azerbaycan|AZƏRBAYCAN",
    "Şuşa|Susa|Shusha|Шуша|ŞUŞA",
    "İstanbul|Istanbul|istanbul|ISTANBUL|ıstanbul",
    "Straße|strasse|STRASSE|Strasse",
    "Pashinyan|Pashinian|Пашинян|Փաշինյան",
    "Ереван|Yerevan|Erevan|Երևան|ԵՐԵՒԱՆ|ერევანი",
    "Сергей|Sergey|Sergei|сергей",
    "Jeyhun|Джейхун",
    "Київ|Kyiv|КИЇВ",
    "Зелёный|Зеленый|ЗЕЛЕНЫЙ",
    "Müller|Muller|Mueller|Мюллер",
    "Skarðsö|Skardso",
    "Μητσοτάκης|ΜΗΤΣΟΤΑΚΗΣ|Mitsotakis|μητσοτακης",
    "თბილისი|ᲗᲑᲘᲚᲘᲡᲘ|Tbilisi",
    "ինչո՞ւ|ինչու|ԻՆՉՈՒ",
    "O’Brien|O'Brien|OBrien|Brien|O`Brien",
    "l’accord|accord|L'ACCORD",
    "col·lega|collega",
    "nego\u00adtiations|negotiations|nego\u200btiations",
    "إسرائيل|اسرائيل|أسرائيل",
    "القاهرة|القاهره|الـقـاهرة|القَاهِرَة",
    "مستشفى|مستشفي",
    "الرئيس|رئيس|للرئيس|والرئيس",
    "ایران|ايران",
    "1402|۱۴۰۲|١٤٠٢|१४०२|๑๔๐๒",
    "שָׁלוֹם|שלום",
    "Ｂａｋｕ|Baku",
]
"""In each line, the first spelling finds the others, and each of them finds the first."""

UNSPACED = {
    "习近平主席在北京会见普京总统": ["普京", "北京", "总统", "习近平", "会见普京", "普京北京"],
    "日本の首相は東京で会談した": ["東京", "首相", "会談"],
    "ประธานาธิบดีพบกับนายกรัฐมนตรี": ["นายกรัฐมนตรี", "พบ"],
    "2023年11月18日发表": ["11月", "2023", "发表"],
}
"""Clauses of scripts that write no blanks, with words that are found inside."""

DIFFERENT = [
    ("जीत", "जाति"),
    ("peace", "peach"),
    ("main", "may"),
    ("ship", "sip"),
    ("京都", "北京"),
    ("Иран", "Ирак"),
    ("על", "אל"),
]
"""Other words, which are not found."""

_ASK = """async (queries) => {
  const worker = new Worker("../assets/search.js");
  const answer = (message) => new Promise((done) => { worker.onmessage = ({data}) => done(data); worker.postMessage(message); });
  await answer({type: 0});
  const found = [];
  for (const query of queries) found.push((await answer({type: 2, data: query})).data.items.flat());
  return found;
}"""


def _ask(reader: Opener, texts: list[str], queries: list[str]) -> list[list[dict[str, Any]]]:
    """What our worker finds in some texts for each query."""
    entries = [{"location": f"{number}/", "title": "", "text": text} for number, text in enumerate(texts)]
    with reader() as page:
        page.goto("about/")
        page.context.route("**/search/entries.json", lambda route: route.fulfill(json=entries))
        found: list[list[dict[str, Any]]] = page.evaluate(_ASK, queries)
    return found


def _search(page: Page, query: str) -> None:
    page.goto("", wait_until="networkidle")
    button = page.get_by_role("button", name="Search", exact=True)
    if button.is_visible():
        button.click()
    page.get_by_role("textbox", name="Search").fill(query)
    page.keyboard.press("End")  # the search starts on a key event
    page.locator(".md-search-result__link").first.wait_for()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    "query", ["Baku", "Washington", "Markedonov", "Sergey Markedonov", "Nikol Pashinian", "Bayramov", "Jim O'Brien"]
)
def test_people_are_found_by_metonym_and_by_either_spelling(
    reader: Opener, shipped: Dossier, query: str, width: int
) -> None:
    named = next(a for a in shipped.actors if query in (*a.metonyms, *a.spellings) or a.name.endswith(query))
    with reader(width) as page:
        _search(page, query)
        hits = [link.get_attribute("href") or "" for link in page.locator(".md-search-result__link").all()]
        found = [hit for hit in hits[:3] if f"#{named.id}" in hit or f"/{named.id}/" in hit]
        assert found, hits
        page.goto(found[0])
        assert page.locator(":target, main h1").first.is_visible()


def test_a_statement_is_found_by_its_words_and_the_result_links_to_it(reader: Opener, shipped: Dossier) -> None:
    lost = []
    with reader() as page:
        for statement in shipped.statements[::4]:
            # The words that a reader would remember: the search ignores short words.
            words = " ".join(re.findall(r"\w{5,}", statement.says)[:6])
            _search(page, words)
            first = page.locator(".md-search-result__item:nth-child(-n+6) .md-search-result__link")
            hits = [link.get_attribute("href") or "" for link in first.all()]
            lost.extend([] if any(hit.endswith(f"#said-{statement.id}") for hit in hits) else [(words, hits)])
        assert lost == []
        page.goto(next(hit for hit in hits if "#said-" in hit))
        assert page.locator(":target").is_visible()


def test_text_that_no_key_typed_is_searched_too(reader: Opener) -> None:
    with reader() as page:
        page.goto("", wait_until="networkidle")
        query, results = page.get_by_role("textbox", name="Search"), page.locator(".md-search-result__link")
        query.click()
        page.keyboard.insert_text("meeting")  # what pasting, dropping, dictation and input methods do
        results.first.wait_for()
        page.get_by_role("button", name="Clear").click()
        results.first.wait_for(state="detached")
        assert page.get_by_role("status").first.inner_text().startswith("Type to search")


def test_a_word_is_found_in_every_spelling(reader: Opener) -> None:
    lines = [line.split("|") for line in SPELLINGS]
    texts = [text for line in lines for text in line]
    found = _ask(reader, texts, texts)
    hits = {one: {texts[int(item["location"][:-1])] for item in items} for one, items in zip(texts, found, strict=True)}
    assert [(first, other) for first, *others in lines for other in others if other not in hits[first]] == []
    assert [(other, first) for first, *others in lines for other in others if first not in hits[other]] == []
    assert {one: strays for line in lines for one in line if (strays := hits[one] - {*line})} == {}


def test_a_word_inside_a_clause_without_blanks_is_found_and_marked(reader: Opener) -> None:
    texts = list(UNSPACED)
    queries = [word for words in UNSPACED.values() for word in words]
    for query, items in zip(queries, _ask(reader, texts, queries), strict=True):
        text = next(text for text, words in UNSPACED.items() if query in words)
        found = next(item["text"] for item in items if re.sub("</?mark>", "", item["text"]) == text)
        assert f"<mark>{query}</mark>" in found or query not in text, query


def test_another_word_is_not_found(reader: Opener) -> None:
    assert _ask(reader, [one for one, _ in DIFFERENT], [other for _, other in DIFFERENT]) == [[] for _ in DIFFERENT]


def test_an_entry_with_the_word_as_it_was_typed_comes_first(reader: Opener) -> None:
    texts = ["Aliev spoke", "Aliyevs spoke", "Aliyev spoke", "Əliyev spoke"]
    (found,) = _ask(reader, texts, ["Aliyev"])
    assert found[0]["text"] == "<mark>Aliyev</mark> spoke"
    assert len(found) == len(texts)


def test_marks_leave_the_html_of_an_entry_whole(reader: Opener) -> None:
    text = "R&amp;D &lt;b onclick=&#34;amp()&#34;&gt; lt &#39;39&#39; O&#39;Brien&#39;s"
    found = _ask(reader, [text], ["amp", "lt 39", "R&D", "34", "o'brien's", "<b>"])
    assert [re.sub("</?mark>", "", item["text"]) for items in found for item in items] == [text] * 5
    assert "&lt;b onclick=&#34;<mark>amp</mark>()" in found[0][0]["text"]
    assert "<mark>O&#39;Brien&#39;s</mark>" in found[4][0]["text"]


def test_words_that_an_entry_lacks_are_named_as_the_reader_wrote_them(reader: Opener) -> None:
    rest = [f"Nothing {number}" for number in range(20)]
    (found,) = _ask(reader, ["Əliyev spoke", *rest], ["Алиев Ёлка"])
    assert [item["terms"] for item in found] == [{"Əliyev": True, "Ёлка": False}]


def test_a_whole_article_pasted_into_the_search_is_answered(reader: Opener) -> None:
    alphabets = "абвгґдеєёжзиійклмнопрстуфхцчшщыэюя əşçğžöüäåø աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցուփքօֆ"
    article = f"{alphabets} {alphabets.replace(' ', '')} " * 5_000
    (found, after) = _ask(reader, ["абвг", "meeting"], [article, "meeting"])
    assert [item["text"] for item in after] == ["<mark>meeting</mark>"]
    assert isinstance(found, list)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site with words of other scripts."""
    folder = tmp_path_factory.mktemp("foreign")
    shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds")
    with (folder / "seeds" / "terms.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: ferry-man, term: Əlişan Şuşalı, explanation: 他在北京会见船长。}\n")
    served = Served(folder / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DOSSIER_SEEDS", str(folder / "seeds"))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SITE_URL", served.address)
        build_site(served.folder)
    with served.running():
        yield served


@pytest.mark.parametrize("query", ["Алишан Шушалы", "elisan susali", "SHUSHALI", "会见", "北京"])
def test_a_reader_finds_a_name_in_another_script_and_sees_it_marked(
    reader: Opener, foreign: Served, query: str
) -> None:
    with reader() as page:
        page.goto(foreign.address, wait_until="networkidle")
        page.get_by_role("textbox", name="Search").fill(query)
        result = page.locator(".md-search-result__link[href*='#ferry-man']")
        result.wait_for()
        assert result.locator("h2").inner_text() == "Əlişan Şuşalı"
        assert result.locator("mark").count()
        result.click()
        page.wait_for_url("**/glossary/**")
        page.locator("mark[data-md-highlight]").first.wait_for()
        assert page.locator("#ferry-man").is_visible()
        assert page.evaluate("() => window.refused") == []
