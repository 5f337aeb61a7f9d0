from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.desk.review import main
from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS, ROOT


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier, as the current dossier."""
    copy = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(copy))
    return copy


def changed(seeds: Path, old: str, new: str, file: str = "events.yml") -> None:
    text = (seeds / file).read_text(encoding="utf-8")
    assert old in text
    (seeds / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_after_a_change_the_inferences_are_reported_until_they_are_reviewed_again(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 0
    assert "reviews of 3 inferences" in capsys.readouterr().out
    open_dossier(seeds)
    changed(seeds, "venue: the lighthouse", "venue: a boat")
    with pytest.raises(DossierError, match="has changed since these inferences were reviewed: 'step-"):
        open_dossier(seeds)
    assert main() == 0
    open_dossier(seeds)


def test_an_editorial_note_needs_no_new_review(seeds: Path) -> None:
    assert main() == 0
    changed(seeds, "  venue: silent", "  notes: [{kind: coding, text: Said aside.}]\n  venue: silent")
    open_dossier(seeds)


def test_other_problems_must_be_fixed_first(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    before = (seeds / "reviews.yml").read_text(encoding="utf-8")
    changed(seeds, "venue: the lighthouse", "venue: a boat")
    changed(seeds, "title:", "tilte:")
    assert main() == 1
    assert "there is no field 'tilte'" in capsys.readouterr().err
    assert (seeds / "reviews.yml").read_text(encoding="utf-8") == before


def test_a_mistake_in_narrative_is_reported_and_the_reviews_stay(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main() == 0
    before = (seeds / "reviews.yml").read_text(encoding="utf-8")
    changed(seeds, "venue: the lighthouse", "venue: a boat")
    changed(seeds, "summary: Edda Quill says that each", "summary: Each", "arguments.yml")
    assert main() == 1
    assert "whose words these are" in capsys.readouterr().err
    assert (seeds / "reviews.yml").read_text(encoding="utf-8") == before


def test_a_review_that_was_damaged_is_written_anew(seeds: Path) -> None:
    assert main() == 0
    before = (seeds / "reviews.yml").read_text(encoding="utf-8")
    (seeds / "reviews.yml").write_text(before.replace("digest: ", "digest: x", 1), encoding="utf-8")
    assert main() == 0
    assert (seeds / "reviews.yml").read_text(encoding="utf-8") == before


def test_a_dossier_without_an_argument_has_no_reviews(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_SEEDS", str(shutil.copytree(DOSSIERS / "minimal" / "seeds", seeds.parent / "minimal")))
    assert main() == 0
    assert not (seeds.parent / "minimal" / "reviews.yml").exists()


def test_the_shipped_dossier_has_reviews() -> None:
    assert open_dossier(ROOT / "seeds").reviews
