from __future__ import annotations

from pathlib import Path

import pytest

from macros.rendering import template_cache


def test_compiled_templates_are_cached_only_if_the_folder_is_writable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "deep" / "templates")
    assert template_cache.template_cache.__wrapped__() is not None
    assert list((tmp_path / "deep" / "templates").iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "file" / "templates")
    assert template_cache.template_cache.__wrapped__() is None
