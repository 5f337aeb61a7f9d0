"""What a build refuses or repairs, whoever runs it: scripts that are not ours, wrong settings, rights of files."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tests.site.building import build_site, fails, trees


def test_a_script_that_is_not_ours_is_not_in_the_policy(few_seeds: Path, docs: Path, tmp_path: Path) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n<script>alert(1)</script>\n")
    page = trees(build_site(tmp_path / "site", docs))["about/"]
    policy = str(page.select_one("meta[http-equiv]"))
    scripts = [tag.get_text() for tag in page.find_all("script", src=False) if not tag.get("type")]
    allowed = [script for script in scripts if b64encode(sha256(script.encode()).digest()).decode() in policy]
    assert set(scripts) - set(allowed) == {"alert(1)"}
    assert policy.count("'sha256-") == len(allowed) == 2


@pytest.mark.parametrize(("umask", "file", "folder"), [(0o077, 0o644, 0o755), (0o002, 0o664, 0o775)])
def test_everybody_may_read_the_site(umask: int, file: int, folder: int, few_seeds: Path, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        site = build_site(tmp_path / "new" / "site")
    finally:
        os.umask(before)
    modes = {path: path.stat().st_mode & 0o777 for path in (site, *site.rglob("*"))}
    assert {path: mode for path, mode in modes.items() if mode != (folder if path.is_dir() else file)} == {}


def test_a_wrong_setting_fails_the_build_in_one_line(
    few_seeds: Path, docs: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://x.example/<script>alert(1)</script>/")
    log = fails(tmp_path / "site", docs, caplog)
    assert "SITE_URL is 'https://x.example/<script>alert(1)</script>/': an address must not contain" in log
    assert "Traceback" not in log
    assert len(log.splitlines()) == 1
    assert not (tmp_path / "site").exists()


def test_the_address_of_the_site_is_escaped(few_seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "https://x.example/a'b&copy;c/"
    monkeypatch.setenv("SITE_URL", address)
    found = trees(build_site(tmp_path / "site"))
    canonical, link = (
        found["about/"].select_one(choice) for choice in ("link[rel=canonical]", "meta[property='og:url']")
    )
    assert canonical is not None
    assert link is not None
    assert canonical["href"] == link["content"] == f"{address}about/"
    home = found["404.html"].select_one(".masthead")
    assert home is not None
    assert home["href"] == "/a'b&copy;c/."
