from __future__ import annotations

from pathlib import Path

import pytest

from macros.rendering import compiled


def test_templates_are_kept_where_the_project_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "deep" / "templates")
    assert compiled.compiled.__wrapped__() is not None
    assert list((tmp_path / "deep" / "templates").iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "file" / "templates")
    assert compiled.compiled.__wrapped__() is None
