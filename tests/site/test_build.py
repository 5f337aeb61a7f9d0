"""The site as typed pages and files, with no engine in sight."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, replace

import pytest

from macros.models.dossier import Dossier
from macros.site.build import CallError, Site
from tests.conftest import ROOT


def test_every_page_renders_without_a_problem(tiny: Dossier) -> None:
    site = Site(tiny)
    for page in site.pages:
        rendered = site.render(page)
        assert rendered.html == site.body(page)
        assert rendered.problems == (), page.address
        assert len(rendered.anchors) == len(set(rendered.anchors)), page.address
        assert {heading.anchor for heading in rendered.headings} <= set(rendered.anchors), page.address


def test_a_speaker_may_be_named_as_in_the_source(tiny: Dossier) -> None:
    meeting = tiny.actor["skarn-council"].model_copy(update={"name": "a public meeting"})
    quill = tiny.actor["quill"].model_copy(update={"name": "retired harbour master Edda Quill", "roles": ()})
    stalled = tiny.statement["talks-stalled"]
    level = stalled.chain[0].model_copy(update={"to": "skarn-council", "setting": None, "date_in_words": "on Monday"})
    named = replace(
        tiny,
        actors=tuple({"skarn-council": meeting, "quill": quill}.get(one.id, one) for one in tiny.actors),
        statements=tuple(
            one.model_copy(update={"chain": (level,)}) if one is stalled else one for one in tiny.statements
        ),
    )
    pages = [Site(named).render(page) for page in Site(named).pages]
    assert any("etired harbour master Edda Quill told a public meeting on Monday that" in page.html for page in pages)
    assert [problem for page in pages for problem in page.problems if "is also in" in problem] == []


def test_a_page_says_where_it_belongs(tiny: Dossier) -> None:
    pages = {page.address: page for page in Site(tiny).pages}
    track = pages["tracks/skarn-talks/"]
    assert (track.template, track.record_id, track.section) == ("track", "skarn-talks", "tracks/")
    assert track.description == f"{track.title}: {tiny.cover.description}"
    assert (pages[""].template, pages["glossary/"].section, pages["glossary/"].title) == ("home", "glossary/", "")
    with pytest.raises(FrozenInstanceError):
        track.title = "Another"  # type: ignore[misc]


def test_files_are_made_once(tiny: Dossier) -> None:
    site = Site(tiny, "https://site.test/")
    assert site.exports is site.exports
    assert site.drawings is site.drawings
    addresses = [file.address for file in (*site.exports, *site.drawings)]
    assert len(addresses) == len(set(addresses))


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("glossary", ("x",), r"glossary\(\) takes no argument"),
        ("track", (), r"track\(\) takes one argument, the id of a track"),
        ("track", ("skarn-talk",), r"there is no track 'skarn-talk' \(did you mean 'skarn-talks'\?\)"),
    ],
)
def test_a_page_that_cannot_be_shown_is_refused(
    name: str, arguments: tuple[str, ...], message: str, tiny: Dossier
) -> None:
    with pytest.raises(CallError, match=message):
        Site(tiny).page_for("extra/", name, arguments)


def test_no_engine_is_needed() -> None:
    code = "import sys; import macros.site.build, macros.site.search_index; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"mkdocs", "mkdocs_macros", "material"} & set(run.stdout.split())
