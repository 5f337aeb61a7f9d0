"""What a site publishes of the theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files

from macros.mkdocs.private import material_files
from macros.mkdocs.theme_files import STYLES, publish_theme
from tests.site.building import configured

EXTRA = ".md-typeset .admonition"


def published(config: MkDocsConfig) -> Mapping[str, File]:
    config.extra["material"] = material_files(config)
    files: Files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    publish_theme(files, config)
    return files.src_uris


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MkDocsConfig:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return configured(tmp_path / "site")


def content(file: File) -> str:
    file.copy_file()
    return Path(file.abs_dest_path).read_text(encoding="utf-8")


def test_of_the_scripts_only_one_is_published(config: MkDocsConfig) -> None:
    scripts = [name for name in published(config) if name.startswith("assets/javascripts/")]
    assert scripts == [config.extra["material"]["script"]]


def test_a_favicon_of_the_theme_is_published_if_it_is_the_favicon(config: MkDocsConfig) -> None:
    assert "assets/images/favicon.png" not in published(config)
    config.theme["favicon"] = "assets/images/favicon.png"
    assert "assets/images/favicon.png" in published(config)


def test_there_is_one_style_sheet_and_ours_comes_last(config: MkDocsConfig) -> None:
    foreign = ["https://x.example/a.css", "elsewhere/b.css"]
    config.extra_css = [*config.extra_css, *foreign]
    found = published(config)
    assert config.extra_css == [STYLES, *foreign]
    assert [name for name in found if name.endswith(".css")] == ["assets/print.css", STYLES]
    styles = content(found[STYLES])
    assert styles.index(".md-header{") < styles.index("--serif:") < styles.index(".masthead {")
    assert EXTRA not in styles


def test_all_rules_stay_if_an_extension_of_markdown_can_need_them(config: MkDocsConfig) -> None:
    config.markdown_extensions = [*config.markdown_extensions, "admonition"]
    assert EXTRA in content(published(config)[STYLES])
