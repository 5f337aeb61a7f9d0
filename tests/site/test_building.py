from __future__ import annotations

import gc
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from macros.loading.leftovers import is_leftover
from macros.mkdocs.hook import Hook
from tests.generated import write_generated
from tests.site.building import broken_links, build_site, configured, fails, modules_kept, trees


def test_one_record_adds_a_page_a_nav_entry_and_its_rows(seeds: Path, tmp_path: Path, tiny_site: Path) -> None:
    before = trees(tiny_site)
    first = (seeds / "tracks.yml").read_text(encoding="utf-8").split("mediators: ")[1].split("\n")[0]
    with (seeds / "tracks.yml").open("a", encoding="utf-8") as file:
        file.write(
            f"\n- id: new-track\n  title: The brand-new track\n  mediators: {first}\n  format: silent\n  venue: silent\n"
        )
    after = trees(build_site(tmp_path / "after"))
    assert set(after) - set(before) == {"tracks/new-track/"}
    assert "The brand-new track" in [one.get_text() for one in after["tracks/"].select(".strip__track a")]
    nav = after["tracks/"].select_one(".menu")
    assert nav is not None
    assert "The brand-new track" in nav.get_text()


def test_layers_without_sources_lead_nowhere(seeds: Path, tmp_path: Path) -> None:
    for name in ("sources/others.yml", "actors/publishers.yml", "checks.yml", "comparison.yml", "later_facts.yml"):
        (seeds / name).unlink()
    (seeds / "aftermath.yml").write_text(
        "- {as_of: 1999-06-30, not_found: [{sought: A round, remark: None was held.}]}",
        encoding="utf-8",
    )
    (seeds / "disagreements.yml").write_text(
        "- {id: dispute, topic: Why?, about: [tarn-refuses], assessment: Nobody knows.,\n"
        "   versions: [{statements: [tarn-refuses]}, {statements: [lighthouse-failed]}]}",
        encoding="utf-8",
    )
    site = build_site(tmp_path / "site")
    assert broken_links(site) == []
    assert "0 sources" not in trees(site)["aftermath/"].get_text()


def test_a_long_section_lists_its_pages_on_its_own_page_and_not_in_the_nav(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(seeds)
    write_generated(seeds, 23)
    with modules_kept():
        config = configured(tmp_path / "site")
        hooks: Any = config.hooks  # a dictionary, though MkDocs declares a list
        monkeypatch.setattr(hooks["macros/mkdocs/hook.py"], "MAX_IN_NAV", 5)
        build(config)
    found = trees(tmp_path / "site")
    page = found["tracks/channel-6/"]
    nav = page.select_one(".menu")
    assert nav is not None
    assert not [a for a in nav.find_all("a", href=True) if "channel-" in str(a["href"])]
    assert [a.get_text(strip=True) for a in page.select(".md-tabs__item--active a")] == ["Tracks"]
    assert [a for a in found["tracks/"].find_all("a", href=True) if str(a["href"]) == "channel-6/"]


def test_an_edit_shows_in_the_next_build_of_the_same_process(few_seeds: Path, tmp_path: Path) -> None:
    # `mkdocs serve` keeps the hook module and builds again; what was read before must not be shown again.
    build_site(tmp_path / "site")
    cover = few_seeds / "dossier.yml"
    lines = [
        "title: A title nobody has seen" if line.startswith("title:") else line
        for line in cover.read_text(encoding="utf-8").splitlines()
    ]
    cover.write_text("\n".join(lines), encoding="utf-8")
    assert "A title nobody has seen" in trees(build_site(tmp_path / "site"))[""].get_text()


def test_a_broken_seed_stops_the_build_and_leaves_the_last_good_site(
    seeds: Path, docs: Path, tmp_path: Path, tiny_site: Path, caplog: pytest.LogCaptureFixture
) -> None:
    site = Path(shutil.copytree(tiny_site, tmp_path / "site"))
    good = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    (seeds / "dossier.yml").write_text("format: 2\ntitle: Only this\n", encoding="utf-8")
    log = fails(site, docs, caplog)
    assert f"{seeds}/dossier.yml:1:1: dossier: 'question' is missing" in log
    assert "Traceback" not in log
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == good


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("{{ nobody }}", "extra.md:1:1: UndefinedError: 'nobody' is undefined"),
        ("---\ntitle: A\n---\n\ntext\n\n{{ nobody }}", "extra.md:7:1: UndefinedError: 'nobody' is undefined"),
        ("text\n\n{% if %}", "extra.md:3:1: TemplateSyntaxError: Expected an expression"),
        ("---\nhide: [toc]\ntitle: '{{ nobody }}'\n---\ntext", "extra.md:3:1: UndefinedError: 'nobody' is undefined"),
        (
            'text\n\n{{ track("skarn-talk") }}',
            "extra.md:3:1: there is no track 'skarn-talk' (did you mean 'skarn-talks'?)",
        ),
        ('{{ party("lower-vel", 1) }}', "extra.md:1:1: party() takes one argument, the id of a party"),
        ('{{ party(id="lower-vell") }}', "extra.md:1:1: there is no party 'id=lower-vell'"),
        ('---\ntitle: A\n---\n{{ glossary("x") }}', "extra.md:4:1: glossary() takes no argument"),
    ],
)
def test_a_macro_that_fails_stops_the_build(
    page: str, message: str, seeds: Path, docs: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (docs / "extra.md").write_text(page, encoding="utf-8")
    assert message in fails(tmp_path / "site", docs, caplog)
    assert not list((tmp_path / "site").rglob("extra/index.html"))


def test_a_link_to_an_anchor_that_is_not_there_fails_the_build(few_seeds: Path, docs: Path, tmp_path: Path) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](timeline.md#nowhere)\n")
    with pytest.raises(Abort, match="1 warnings in strict mode"):
        build_site(tmp_path / "site", docs)


def test_a_hand_written_link_may_lead_into_what_a_macro_rendered(few_seeds: Path, docs: Path, tmp_path: Path) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\nRead *who* is [cited](timeline.md#timeline).\n")
    about = (build_site(tmp_path / "site", docs) / "about" / "index.html").read_text(encoding="utf-8")
    assert '<p>Read <em>who</em> is <a href="../timeline/#timeline">cited</a>.</p>' in about


@pytest.mark.parametrize("call", ["    {{ glossary() }}", "`{{ glossary() }}`"])
def test_a_macro_called_within_code_fails_the_build(
    call: str, few_seeds: Path, docs: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (docs / "extra.md").write_text(f"Read this:\n\n{call}\n", encoding="utf-8")
    assert "extra.md:3:1: a macro must be called on a line of its own" in fails(tmp_path / "site", docs, caplog)


def test_downloads_are_made_once_and_listed_with_their_sizes(
    few_seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", f"https://{'long.' * 500}example/")
    site = build_site(tmp_path / "site")
    size = round((site / "data" / "sources.csl.json").stat().st_size / 1000)
    assert size > 2
    listed = trees(site)["data/"].find("a", href="sources.csl.json")
    assert listed is not None
    assert f"{size}" in listed.find_parent("li").get_text()  # type: ignore[union-attr]


def test_the_end_of_a_process_looks_for_no_garbage(few_seeds: Path, tmp_path: Path) -> None:
    config = configured(tmp_path / "site")
    try:
        config.plugins.on_shutdown()
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()


def test_the_seeds_beside_mkdocs_yml_are_in_force_from_any_folder(shipped_site: Path) -> None:
    # The fixture builds it from a folder of its own, without DOSSIER_SEEDS and with the project not on the path.
    assert "tracks/american/" in trees(shipped_site)


def test_a_page_that_borrows_a_sentence_fails_the_build(
    seeds: Path, docs: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\nThe fishers of Upper Vell and the fishers of Lower Vell met.\n")
    assert (
        "about.md:1:1: 'The fishers of Upper Vell and the fishers of Lower Vell met' is also in p2s1 of herald-17"
        in fails(tmp_path / "site", docs, caplog)
    )


def test_what_an_editor_leaves_beside_pages_is_not_published(few_seeds: Path, docs: Path, tmp_path: Path) -> None:
    for name in ("about.md~", "about.md.orig", "#about.md#", "about_BASE_4711.md", "assets/site.css.bak"):
        (docs / name).write_text("left", encoding="utf-8")
    (docs / ".#data.md").symlink_to("nowhere")
    site = build_site(tmp_path / "site", docs)
    assert not [path.name for path in site.rglob("*") if is_leftover(path.name) or "BASE" in path.name]


def test_a_link_to_nowhere_beside_a_module_stops_no_build(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / ".#module.py").symlink_to("nowhere")
    hook = Hook()
    hook.root = tmp_path
    with modules_kept():
        hook._drop_changed_code()
