from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from macros.models.dossier import Dossier
from macros.site.build import Site
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS, ROOT
from tests.hostile import write_hostile
from tests.rendering.bodies import bodies, trees

FIXED = sorted(
    ""
    if path.stem == "index" and path.parent == ROOT / "docs"
    else f"{path.parent.name if path.stem == 'index' else path.stem}/"
    for path in (ROOT / "docs").rglob("*.md")
)
"""The addresses of the pages in `docs/`."""

SEEDS = {
    "minimal": DOSSIERS / "minimal" / "seeds",
    "tiny": DOSSIERS / "tiny" / "seeds",
    "outcomes": DOSSIERS / "outcomes" / "seeds",
    "wide": DOSSIERS / "wide" / "seeds",
    "shipped": ROOT / "seeds",
    "hostile": DOSSIERS / "tiny" / "seeds",
}

_TINY = [
    "tracks/skarn-talks/",
    "tracks/lighthouse-talks/",
    "mediators/skarn-council/",
    "mediators/keeper/",
    "parties/upper-vell/",
    "parties/lower-vell/",
    "evidence/herald-17/",
]

OF_RECORDS = {
    "minimal": ["evidence/leaflet/"],
    "tiny": _TINY,
    "outcomes": [
        "tracks/weir-talks/",
        "tracks/toll-talks/",
        "mediators/abbot/",
        "parties/north-mere/",
        "parties/south-mere/",
        "evidence/mere-letter/",
    ],
    "wide": [
        "tracks/water-talks/",
        "tracks/prisoner-talks/",
        "tracks/border-talks/",
        "mediators/northern-league/",
        "mediators/vandria/",
        "mediators/lund/",
        "parties/orvany/",
        "parties/teskia/",
        "parties/vandria/",
        "parties/river-guard/",
        "evidence/meridian-talks/",
        "evidence/courier-observers/",
        "argument/lake-decides/",
        "argument/election-decides/",
    ],
    "shipped": [
        "tracks/european/",
        "tracks/american/",
        "tracks/russian/",
        "mediators/eu/",
        "mediators/france/",
        "mediators/united-states/",
        "mediators/russia/",
        "parties/azerbaijan/",
        "parties/armenia/",
        "evidence/panarmenian-310839/",
    ],
    "hostile": _TINY,
}
"""The pages of records, by dossier. They are listed here so that pytest can collect the tests without reading a dossier."""


LACKED = {
    "minimal": {"disagreements/", "checked/", "aftermath/"},
    "tiny": {"disagreements/"},
    "outcomes": {"disagreements/", "checked/", "aftermath/"},
    "wide": set(),
    "shipped": {"disagreements/"},
    "hostile": {"disagreements/"},
}
"""The pages in `docs/` that a dossier does not have."""


def addresses(which: str) -> list[str]:
    """The address of every page of a dossier."""
    return [address for address in FIXED if address not in LACKED[which]] + OF_RECORDS[which]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path_factory.mktemp("hostile")))


@pytest.mark.parametrize(
    ("which", "address"),
    [
        pytest.param(which, address, id=f"{which}-{address.strip('/').replace('/', '-') or 'home'}")
        for which in OF_RECORDS
        for address in addresses(which)
    ],
)
def test_a_page_is_as_it_was(
    which: str, address: str, request: pytest.FixtureRequest, golden: SnapshotAssertion
) -> None:
    assert bodies(request.getfixturevalue(which))[address] + "\n" == golden


@pytest.mark.parametrize("which", OF_RECORDS)
def test_every_page_is_compared_with_a_golden_one(which: str, request: pytest.FixtureRequest) -> None:
    assert sorted(bodies(request.getfixturevalue(which))) == sorted(addresses(which))


@pytest.mark.parametrize("which", OF_RECORDS)
def test_every_record_that_has_a_page_gets_one(which: str, request: pytest.FixtureRequest) -> None:
    assert [page.address for page in Site(request.getfixturevalue(which)).record_pages] == OF_RECORDS[which]


@pytest.mark.parametrize("which", ["minimal", "tiny", "shipped", "debates", "hostile"])
def test_a_body_is_one_block_that_markdown_passes_through(which: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(which)
    for address, html in bodies(dossier).items():
        assert html.startswith("<div class="), address
        assert html.endswith("</div>"), address
        assert "\n\n" not in html, address
        children = [child for child in trees(dossier)[address].children if child.name]  # type: ignore[attr-defined]
        assert len(children) == 1, address


@pytest.mark.parametrize("which", ["minimal", "tiny", "shipped", "debates", "hostile"])
def test_a_page_has_one_title_and_no_anchor_twice(which: str, request: pytest.FixtureRequest) -> None:
    for address, tree in trees(request.getfixturevalue(which)).items():
        assert len(tree.find_all("h1")) == 1, address
        anchors = [str(tag["id"]) for tag in tree.find_all(id=True)]
        assert len(anchors) == len(set(anchors)), (address, sorted(anchors))


def test_hostile_text_is_text(hostile: Dossier) -> None:
    for address, html in bodies(hostile).items():
        tree = trees(hostile)[address]
        assert not tree.find_all("script"), address
        assert not tree.find_all(onclick=True), address
        assert not [a for a in tree.find_all("a", href=True) if str(a["href"]).startswith("javascript")], address
        assert "1337" not in html, address


def test_no_name_of_the_shipped_dossier_stands_outside_it(shipped: Dossier) -> None:
    # A name of a place or a person in code, a template or a page would appear on a site about another dispute.
    names = {word for actor in shipped.actors for word in (actor.name, actor.short, *actor.metonyms)}
    names |= {track.title for track in shipped.tracks} | {shipped.cover.title}
    files = [
        p
        for folder in ("macros", "docs")
        for p in (ROOT / folder).rglob("*")
        if p.suffix in {".py", ".j2", ".md", ".html", ".css"}
    ]
    assert files
    any_name = re.compile(rf"(?<![a-z])({'|'.join(re.escape(name.casefold()) for name in names)})(?![a-z])")
    for path in (*files, ROOT / "mkdocs.yml"):
        # A comparison is no capital.
        assert any_name.findall(Path(path).read_text(encoding="utf-8").casefold()) == [], path


@pytest.mark.parametrize("which", ["minimal", "tiny", "shipped"])
def test_the_file_of_a_page_is_named_after_its_record(which: str, request: pytest.FixtureRequest) -> None:
    # The hook gives all pages of a kind one text, which finds the record by the name of the file.
    made = Site(request.getfixturevalue(which)).record_pages
    assert [page.address.rstrip("/").split("/")[-1] for page in made] == [page.record_id for page in made]
