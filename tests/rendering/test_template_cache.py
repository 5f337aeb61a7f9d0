from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.rendering import template_cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "deep" / "templates")
    return tmp_path / "deep" / "templates"


def rendered() -> str:
    """A template as a new process renders it."""
    loader = DictLoader({"page": "{{ 6 * 7 }} words"})
    return (
        Environment(autoescape=True, loader=loader, bytecode_cache=template_cache.template_cache.__wrapped__())
        .get_template("page")
        .render()
    )


def test_compiled_templates_are_cached_only_if_the_folder_is_writable(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert template_cache.template_cache.__wrapped__() is not None
    assert list(folder.iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "file" / "templates")
    assert template_cache.template_cache.__wrapped__() is None


def test_a_compiled_template_is_kept_and_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered() == "42 words"
    (kept,) = folder.iterdir()
    assert kept.stat().st_size > 100
    monkeypatch.setattr(Environment, "compile", None)
    assert rendered() == "42 words"


def test_a_cache_with_any_flipped_byte_is_silently_made_anew(folder: Path) -> None:
    assert rendered() == "42 words"
    (kept,) = folder.iterdir()
    good = kept.read_bytes()
    for place in range(0, len(good), 7):
        kept.write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        assert rendered() == "42 words"
        assert kept.read_bytes() == good
    for spoilt in (b"", good[:40], good + b"x", good[: len(good) // 2]):
        kept.write_bytes(spoilt)
        assert rendered() == "42 words"
        assert kept.read_bytes() == good


def test_a_cache_that_can_no_longer_be_written_stops_no_build(folder: Path) -> None:
    kept = template_cache.template_cache.__wrapped__()
    folder.rmdir()
    loader = DictLoader({"page": "{{ 6 * 7 }} words"})
    assert Environment(autoescape=True, loader=loader, bytecode_cache=kept).get_template("page").render() == "42 words"
