from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from macros.mkdocs.failures import LocatedError
from macros.mkdocs.marks import Call
from macros.mkdocs.reading import completed, say_what_is_left
from macros.models.dossier import Dossier
from macros.problems.problem import Place
from macros.problems.task import Step, Task
from macros.rendering import pages
from macros.site.build import Site
from tests.conftest import ROOT


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """A page that no file stands for."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "A"})
    file = File("extra.md", None, str(tmp_path), use_directory_urls=True)
    file.content_string = "text"
    return Page("A page", file, config)


def test_what_macros_name_stands_where_they_are_called(tiny: Dossier, page: Page) -> None:
    call = Call("glossary", (), 1).mark
    done = completed(Site(tiny), page, call, f"<p>Before</p>\n{call}\n<p>After</p>")
    assert done.html.startswith('<p>Before</p>\n<div class="dossier">')
    assert done.html.endswith("</div>\n<p>After</p>")
    assert done.anchors


def test_a_view_that_fails_is_reported_at_the_innermost_line_of_ours(
    tiny: Dossier, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setitem(pages.WHOLE, "glossary", lambda _: 1 / 0)
    call = Call("glossary", (), 1).mark
    with pytest.raises(LocatedError) as wrong:
        completed(Site(tiny), page, call, call)
    (problem,) = wrong.value.problems
    assert problem.place.file == "macros/rendering/pages.py"
    assert problem.what == "page extra.md: ZeroDivisionError: division by zero"
    assert str(wrong.value) == str(problem)


def left(step: Step) -> Task:
    return Task(Place("seeds/gaps.yml", 1, 1), "gap one", "it is not finished", step=step)


def test_what_nobody_has_checked_cannot_be_published(capsys: pytest.CaptureFixture[str]) -> None:
    say_what_is_left([left(Step.STORY)])
    line = "1 thing is left to do; the dossier may be published. To see the list: nox -s next\n"
    assert capsys.readouterr().err == line
    say_what_is_left([])
    assert capsys.readouterr().err == "Nothing is left to do: the dossier may be published.\n"
    with pytest.raises(LocatedError, match="1 thing is left to do before the dossier may be published"):
        say_what_is_left([left(Step.GUESSES)])
