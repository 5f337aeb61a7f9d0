"""What the documents and messages advise works: commands exist, examples are valid, the how-to leads to a dossier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.desk import fingerprint, new, review
from macros.desk.draft import __main__ as draft
from macros.desk.field_guide import BEGIN
from macros.models.argument import Inference
from macros.models.base import Record
from macros.models.check import Check
from macros.models.event import Event
from macros.models.source import Source
from macros.models.statement import Statement
from macros.validation.pipeline import open_dossier
from tests.conftest import ROOT

GUIDE = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8").partition(BEGIN)[0]
ADVISING = [*ROOT.glob("*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("macros/**/*.py"), *ROOT.glob("macros/**/*.j2")]
NAMED = re.compile(r"^(?:def (?=\w+\(session)|@nox\.session\(name=\")(\w+)", re.MULTILINE)
SESSIONS = set(NAMED.findall((ROOT / "noxfile.py").read_text(encoding="utf-8")))
ARTICLE = "The port office says that boats could sail again from June."


def test_every_command_that_is_advised_exists() -> None:
    named = {
        (path.name, name)
        for path in ADVISING
        for names in re.findall(r"nox -s ((?:[a-z]+ ?)+)", path.read_text(encoding="utf-8"))
        for name in re.match(r"(\w+)", names)[0].split()  # type: ignore[index]
    }
    assert len(named) > 20
    assert {one for one in named if one[1] not in SESSIONS} == {("CHANGELOG.md", "weigh")}


@pytest.mark.parametrize(
    ("heading", "model"),
    [
        ("A source and its passages", Source),
        ("A check and a later fact", Check),
        ("A statement", Statement),
        ("A step of an argument", Inference),
        ("An event", Event),
    ],
)
def test_every_example_of_the_guide_is_valid(heading: str, model: type[Record]) -> None:
    block = GUIDE.partition(f"\n## {heading}\n")[2].partition("```yaml\n")[2].partition("```")[0]
    read = yaml.load(block, yaml.BaseLoader)  # noqa: S506  (it makes nothing but text)
    (record,) = read["inferences"] if model is Inference else read
    assert model.model_validate(record)


def test_the_how_to_leads_from_an_article_to_a_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")
    how_to = (ROOT / "HOWTO.md").read_text(encoding="utf-8")
    commands = re.findall(r"nox -s draft -- (.+)", how_to)
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    Path("article.html").write_text(
        f'<html lang="en"><meta property="article:published_time" content="2024-05-04"><article><h1>Ferry</h1>'
        f"<p>{ARTICLE * 3}</p></article></html>",
        "utf-8",
    )
    assert [draft.main(command.split()) for command in commands] == [0]
    assert "nox -s next" in capsys.readouterr().out
    assert open_dossier(tmp_path / "ferry").unfinished


def test_the_example_becomes_a_verified_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds, copy = tmp_path / "ferry", tmp_path / "copy.txt"
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    assert new.main([str(seeds)]) == 0
    copy.write_text(ARTICLE, encoding="utf-8")
    source = seeds / "sources.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("read: excerpt", "read: full"), encoding="utf-8")
    made = ["gazette-ferry", str(copy)]
    assert fingerprint.main(made) == 0
    assert open_dossier(seeds).fingerprint
    # Again, after a change of the passages.
    copy.write_text(ARTICLE + " No fares were given.", encoding="utf-8")
    more = "    - {address: p1s2, starts: No fares, ends: were given, left_out: Nobody says more.}\n"
    source.write_text(source.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert fingerprint.main(made) == 1
    assert "add --renew" in capsys.readouterr().err
    assert fingerprint.main(["--renew", *made]) == 0
    assert open_dossier(seeds).fingerprint
    assert review.main() == 0
