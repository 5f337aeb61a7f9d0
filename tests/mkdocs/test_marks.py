from __future__ import annotations

import pytest
from jinja2 import Environment
from markdown import markdown

from macros.mkdocs.marks import Call, calls_in, lost_calls, mark, parted


def filled(text: str) -> str:
    environment = Environment()  # noqa: S701  # Markdown is no HTML
    environment.globals["track"] = lambda *given, **named: mark("track", *given, **named)
    return environment.from_string(text).render()


def test_a_mark_names_the_macro_its_arguments_and_its_line() -> None:
    text = filled('One.\n\n{{ track("x", 2, more="<y>") }}\n\n{% if true %}\n{{ track() }}\n{% endif %}')
    assert list(calls_in(text)) == [Call("track", ("x", "2", "more=<y>"), 3), Call("track", (), 6)]


def test_a_call_outside_a_template_has_the_first_line() -> None:
    assert list(calls_in(mark("home"))) == [Call("home", (), 1)]


@pytest.mark.parametrize("text", ["{}", "Before.\n\n{}\n\nAfter.", "Before.\n{}\nAfter.", "<section>\n{}\n</section>"])
def test_a_mark_passes_through_markdown(text: str) -> None:
    call = Call("track", ('a *b* <c> "d"\'\n\n    e',), 1)
    written = text.replace("{}", call.mark)
    html = markdown(written)
    assert lost_calls(written, html) == []
    assert [part for part in parted(html) if isinstance(part, Call)] == [call]


@pytest.mark.parametrize("text", ["    {}", "`{}`", "Within {} a paragraph.", "Twice: {}{}", "- {}"])
def test_a_mark_within_something_else_is_lost(text: str) -> None:
    call = Call("track", ("x",), 1)
    written = text.replace("{}", call.mark)
    assert set(lost_calls(written, markdown(written))) == {call}


def test_a_mark_that_comes_back_once_of_two_times_is_lost_once() -> None:
    call = Call("home", (), 1)
    assert lost_calls(f"{call.mark}\n\n`{call.mark}`", f"{call.mark}\n<p><code></code></p>") == [call]


def test_the_text_between_marks_stays_as_it_is() -> None:
    one, other = Call("home", (), 1), Call("track", ("x",), 5)
    assert list(parted(f"<p>a</p>\n{one.mark}\n{other.mark}\n<p>b</p>")) == [
        "<p>a</p>\n",
        one,
        "\n",
        other,
        "\n<p>b</p>",
    ]
