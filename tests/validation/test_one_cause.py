"""One cause, one message: each way to break a dossier that an editor is likely to find, with the only problem that it gives.

The first trial of this project with a real report had 53 messages from 12 causes.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS

Break = Callable[[Path], None]


def replaced(pattern: str, new: str, files: str = "*.yml", most: int = 0) -> Break:
    """A text is replaced everywhere in some files, or at most so many times in each."""

    def do(seeds: Path) -> None:
        done = 0
        for path in sorted(seeds.rglob(files)):
            text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=most, flags=re.MULTILINE)
            path.write_text(text, encoding="utf-8")
            done += count
        assert done, f"{pattern!r} occurs nowhere"

    return do


def removed(name: str) -> Break:
    """A file or a folder is lost."""

    def do(seeds: Path) -> None:
        path = seeds / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return do


def without_record(name: str, file: str) -> Break:
    """A record is lost."""
    return replaced(rf"^- id: {name}\n(?:(?!- ).*\n)*", "", file)


TINY: dict[str, tuple[Break, str]] = {
    "a colon in a text": (replaced("says: the talks on Skarn", "says: the talks: on Skarn"), r"statements\.yml:8:"),
    "a quotation mark too many": (replaced("title: Second round", 'title: "Second round', "events.yml"), r"events\.yml:\d+:1: this is not valid YAML"),
    "an id misspelt where it is declared": (replaced("^- id: quill$", "- id: quil"), r"actors\.yml:33:7: actor quil: no record names 'quil', but 17 fields name 'quill'"),
    "an id misspelt in one place": (replaced(r"participants: \[quill\]", "participants: [quil]"), r"events\.yml:\d+:\d+: event public-meeting: there is no actor 'quil'"),
    "an id misspelt in every statement": (replaced("speaker: quill", "speaker: quil", "statements.yml"), r"no actor 'quil'.*also named in"),
    "a track renamed": (replaced("^- id: skarn-talks", "- id: skarn", "tracks.yml"), r"there is no track 'skarn-talks'.*also named in"),
    "a statement renamed": (replaced("^- id: talks-stalled", "- id: talks-stall", "statements.yml"), r"statement talks-stall: no record names 'talks-stall', but 10 fields name 'talks-stalled'"),
    "a statement lost": (without_record("keeper-plan", "statements.yml"), r"'keeper-plan'"),
    "an actor lost": (without_record("tarn", "actors.yml"), r"there is no actor 'tarn'"),
    "a publisher lost": (without_record("herald", "actors.yml"), r"there is no actor 'herald'"),
    "a source lost": (removed("sources.yml"), r"there is no source 'herald-17'"),
    "the actors lost": (removed("actors.yml"), r"7 ids name no record: 'quill'.*is a file missing, or a part of one: actors"),
    "the statements lost": (removed("statements.yml"), r"seeds:1:1: statements\.yml is missing"),
    "the tracks lost": (removed("tracks.yml"), r"seeds:1:1: tracks\.yml is missing"),
    "the events lost": (removed("events.yml"), r"3 ids name no record: .*is a file missing, or a part of one: events\?"),
    "the issues lost": (removed("issues.yml"), r"seeds:1:1: issues\.yml is missing"),
    "the schemes lost": (removed("schemes.yml"), r"there is no scheme 'example'.*also named in"),
    "the cover lost": (removed("dossier.yml"), r"dossier\.yml is missing"),
    "an empty file": (replaced(r"(?s)\A.*\Z", "", "statements.yml"), r"statements\.yml:1:1: the file is empty"),
    "an unknown word in an actor": (replaced("kind: person", "kind: persn", "actors.yml", 1), r"'persn' is not a known kind"),
    "an unknown word in a source": (replaced("read: full", "read: ful", "sources.yml"), r"'ful' is not a known read"),
    "an unknown word in a passage": (replaced("ends: the whole bay, speech: direct", "ends: the whole bay, speech: direkt"), r"'direkt'"),
    "an unknown word in an event": (replaced("status: declined", "status: declind"), r"'declind'"),
    "a field misspelt in every statement": (replaced("^  kind: ", "  knd: ", "statements.yml"), r"there is no field 'knd'.*and in 7 other places"),
    "a fingerprint changed by hand": (replaced("digest: .", "digest: 0", "herald-17.yml"), r"changed by hand"),
    "a fingerprint of an older rule": (replaced("rule: 2", "rule: 1", "herald-17.yml"), r"the fingerprint was changed by hand"),
    "a passage misspelt in its source": (replaced("address: p3s2", "address: p3s5", "sources.yml"), r"the fingerprint has no passage 'p3s5', but 'p3s2'"),
    "a passage misspelt in a statement": (replaced(r"\[p3s2\]", "[p3s22]", "statements.yml"), r"has no passage 'p3s22'"),
    "a passage lost": (replaced(r"    - \{address: p3s3.*\n", "", "sources.yml"), r"the passages lack 'p3s3' of the fingerprint"),
    "a date of a passage changed": (replaced(r"dates: \[1999-04-20\]", "dates: [1999-04-21]", "sources.yml"), r"p3s2 does not give the date 1999-04-20"),
    "a date of a passage left out": (replaced(r", dates: \[1999-04-20\]", "", "sources.yml"), r"p3s2 does not give the date 1999-04-20"),
    "an as-of date that is too early": (replaced("^as_of: .*", "as_of: 1999-04-01", "dossier.yml"), r"the as-of date 1999-04-01 is before 'herald-17' was published"),
    "an as-of date that is missing": (replaced("^as_of: .*\n", "", "dossier.yml"), r"'as_of' is missing"),
    "a base source in another layer": (replaced("^- id: herald-17\n", "- id: herald-17\n  layer: other\n", "sources.yml"), r"it is in the layer 'other', but \d+ records need"),
    "a date in another order": (replaced(r"dates: \[1999-04-20\]", "dates: [20.4.1999]", "sources.yml"), r"'20\.4\.1999'"),
    "a mediator with another part": (replaced("part: mediator", "part: other", "actors.yml", 1), r"is not a mediator"),
}  # fmt: skip
"""By cause: how it breaks the invented dossier, and a pattern of the only problem."""


def _problems(seeds: Path, do: Break, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    do(seeds)
    monkeypatch.chdir(seeds.parent)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path(seeds.name))
    return str(wrong.value).splitlines()


@pytest.mark.parametrize("cause", TINY)
def test_one_cause_is_one_message(cause: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    do, message = TINY[cause]
    (problem,) = _problems(Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds")), do, monkeypatch)
    assert re.search(message, problem)
