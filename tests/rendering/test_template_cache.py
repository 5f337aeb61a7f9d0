from __future__ import annotations

from pathlib import Path

import pytest

from macros.rendering import template_cache


def test_templates_are_kept_where_the_project_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "deep" / "templates")
    assert template_cache.template_cache.__wrapped__() is not None
    assert list((tmp_path / "deep" / "templates").iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(template_cache, "FOLDER", tmp_path / "file" / "templates")
    assert template_cache.template_cache.__wrapped__() is None
