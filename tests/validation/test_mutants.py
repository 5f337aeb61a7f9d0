"""Tests one falsification of each kind, and whether the stored counts are current. `nox -s mutants` plants all of them."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from macros.models.dossier import Dossier
from tests import falsifications, mutants, uncatchable
from tests.conftest import DOSSIERS, ROOT
from tests.rendering.bodies import body, text_of
from tests.seed_edits import Mutant


@dataclass
class Planted:
    """Summary of the mutants of the shipped dossier. It keeps hashes, because the texts would fill the memory."""

    counts: Counter[str] = field(default_factory=Counter)
    texts: set[int] = field(default_factory=set)
    last: dict[str, Mutant] = field(default_factory=dict)


@pytest.fixture(scope="module")
def planted() -> Planted:
    """Every falsification, made once."""
    found = Planted()
    for mutant in falsifications.mutants(ROOT / "seeds"):
        found.counts[mutant.operator] += 1
        found.texts.add(hash((mutant.file, mutant.text)))
        found.last[mutant.operator] = mutant
    return found


def test_the_stored_counts_are_those_of_this_dossier(planted: Planted, shipped: Dossier) -> None:
    assert {guard.falsification: guard.planted for guard in shipped.guards} == planted.counts


def test_there_are_hundreds_of_mutants_and_all_are_different(planted: Planted) -> None:
    assert len(planted.texts) >= 300
    assert len(planted.texts) == planted.counts.total()


def test_a_mutant_that_is_not_caught_has_a_reason(shipped: Dossier) -> None:
    for guard in shipped.guards:
        assert guard.caught == guard.planted or guard.beyond == uncatchable.BEYOND[guard.falsification]


def test_one_falsification_of_each_kind_is_reported_with_its_place(
    planted: Planted, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = [mutant for mutant in planted.last.values() if mutant.operator not in uncatchable.BEYOND]
    assert len(sample) > 15
    monkeypatch.setattr(mutants, "mutants", lambda _: iter(sample))
    outcomes, escaped = mutants.run(ROOT / "seeds")
    assert escaped == []
    assert sum(outcome.caught for outcome in outcomes) == len(sample)


def test_the_method_page_quotes_the_counts(shipped: Dossier) -> None:
    text = text_of(body(shipped, "about/"))
    planted, caught = (sum(getattr(guard, field) for guard in shipped.guards) for field in ("planted", "caught"))
    assert f"So far: {planted:,}. Reported, with the right place: {caught:,}." in text


def test_a_run_stores_its_counts_and_can_check_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    # Each of these is caught. Some of other kinds escape, and a change of the seeds would bring them into a sample.
    few = [mutant for mutant in falsifications.mutants(seeds) if mutant.operator == "record removed"][:5]
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
