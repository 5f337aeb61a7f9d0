from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from tests.browser.conftest import HERE
from tests.browser.serving import Served

VNU = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_the_nu_html_checker_finds_no_error_on_any_page(served: Served) -> None:
    assert shutil.which("java"), "The Nu HTML checker needs Java: apt-get install default-jre-headless"
    checked = subprocess.run(
        ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", "--format", "json", str(served.folder)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(checked.stderr or checked.stdout)
    found = [
        f"{message.get('url', '').removeprefix(f'file:{served.folder}')}:{message.get('lastLine')}: {message['message']}"
        for message in report["messages"]
    ]
    assert not found, "\n".join(found)


def test_the_checker_reads_every_page(served: Served, addresses: list[str]) -> None:
    for address in addresses:
        page = served.folder / address / "index.html"
        assert page.read_text(encoding="utf-8").lstrip().startswith("<!doctype html>"), address


@pytest.mark.parametrize("fault", ["<p tabindex=''>", "<ul><p>in a list</p></ul>"])
def test_the_checker_finds_a_planted_error(fault: str, served: Served) -> None:
    page = (served.folder / "404.html").read_text(encoding="utf-8").replace("<h1>", f"{fault}<h1>", 1)
    checked = subprocess.run(
        ["java", "-jar", str(VNU), "--errors-only", "-"], input=page, capture_output=True, text=True, check=False
    )
    assert "error" in checked.stderr
