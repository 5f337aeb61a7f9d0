"""A whole site with several arguments and several base sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import DOSSIERS, ROOT
from tests.site.building import broken_links, build_site, trees


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DOSSIER_SEEDS", str(DOSSIERS / "reservoir" / "seeds"))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return build_site(tmp_path_factory.mktemp("reservoir") / "site")


def test_no_link_is_broken(site: Path) -> None:
    assert broken_links(site) == []


def test_each_argument_has_the_width_of_the_page_and_a_title_of_its_own(site: Path) -> None:
    page = trees(site)["argument/osk-argument/"]
    assert page.title is not None
    assert page.title.get_text() == "Keep it until there are pipes – The reservoir at Brell"
    assert not page.select(".md-sidebar--secondary")
    assert "md-sidebar--narrow" in page.select("#menu")[0]["class"]


def test_the_menu_lists_the_arguments(site: Path) -> None:
    page = trees(site)["argument/osk-argument/"]
    assert [link.get_text() for link in page.select("#menu .menu__section--open > ul:first-of-type a")][:2] == [
        "Drain it before the floods",
        "Keep it until there are pipes",
    ]


def test_the_sections_name_where_they_disagree(site: Path) -> None:
    names = [link.get_text() for link in trees(site)[""].select("footer .sections a")]
    assert "Where they disagree" in names
    assert "Checked" not in names
