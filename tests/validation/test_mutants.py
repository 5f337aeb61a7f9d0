"""Tests a sample of the mutants, and whether the stored counts are current. The full run takes a minute and is a separate
session."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from macros.models.dossier import Dossier
from macros.rendering.environment import render_page
from tests import falsifications, mutants, uncatchable
from tests.conftest import ROOT
from tests.rendering.bodies import text_of


def test_the_stored_counts_are_those_of_this_dossier(shipped: Dossier) -> None:
    planted = Counter(mutant.operator for mutant in falsifications.mutants(ROOT / "seeds"))
    assert {guard.falsification: guard.planted for guard in shipped.guards} == planted


def test_there_are_hundreds_of_mutants_and_all_are_different() -> None:
    texts = [(mutant.file, mutant.text) for mutant in falsifications.mutants(ROOT / "seeds")]
    assert len(set(texts)) >= 300
    assert len(set(texts)) == len(texts)


def test_a_mutant_that_is_not_caught_has_a_reason(shipped: Dossier) -> None:
    for guard in shipped.guards:
        assert guard.caught == guard.planted or guard.beyond == uncatchable.BEYOND[guard.falsification]


def test_every_thirtieth_falsification_is_reported_with_its_place(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))
    sample = [mutant for mutant in falsifications.mutants(copy) if mutant.operator not in uncatchable.BEYOND][::30]
    assert len(sample) > 30
    assert [mutant for mutant in sample if not mutants.is_caught(mutant, copy)] == []


def test_the_method_page_quotes_the_counts(shipped: Dossier) -> None:
    text = text_of(render_page(shipped, "about", "about/"))
    planted, caught = (sum(getattr(guard, field) for guard in shipped.guards) for field in ("planted", "caught"))
    assert f"Of {planted:,} falsifications, {caught:,} were refused" in text


def test_a_run_stores_its_counts_and_can_check_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    few = [mutant for mutant in falsifications.mutants(seeds) if mutant.operator != "record doubled"][::60]
    escaped = replace(few[0], traces=("no such line",))
    monkeypatch.setattr(mutants, "mutants", lambda _: iter(few))
    assert mutants.main(["--check"]) == 1
    assert "contains other counts" in capsys.readouterr().err
    assert mutants.main([]) == 0
    assert f"planted: {len(few)}; caught:" in capsys.readouterr().out
    assert mutants.main(["--check"]) == 0
    monkeypatch.setattr(mutants, "mutants", lambda _: iter([*few, escaped]))
    assert mutants.main([]) == 1
    assert f"ESCAPED {escaped.operator}: {escaped.file}, expected no such line" in capsys.readouterr().out
