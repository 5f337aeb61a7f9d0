"""Settings with which the site would be broken are refused, each in one line."""

from __future__ import annotations

import pytest
from mkdocs.config.defaults import MkDocsConfig

from macros.mkdocs.failures import LocatedError
from macros.mkdocs.settings import check_settings


def check(site_url: str = "", *, use_directory_urls: bool = True) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A", "site_url": site_url, "use_directory_urls": use_directory_urls})
    check_settings(config)


@pytest.mark.parametrize(
    "address", ["", "https://x.example/", "http://localhost:8000/a/b/", "https://xn--e1afmkfd.example/%20~you/a'b&c/"]
)
def test_an_address_of_a_site_is_accepted(address: str) -> None:
    check(address)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ('https://x.example/"y/', "must not contain spaces, quotes, brackets or control characters"),
        ("https://x.example/<script>alert(1)</script>/", "must not contain spaces, quotes, brackets"),
        ("https://x.example/a b/", "must not contain spaces"),
        ("x.example/y/", "must start with https:// or http:// and contain a host"),
        ("javascript:alert(1)", "must start with https:// or http://"),
        ("ftp://x.example/", "must start with https:// or http://"),
        ("https:///y/", "contain a host"),
        ("https://x.example/?page=1", "must end with the path of the site, without ? and #"),
        ("https://x.example/#top", "must end with the path of the site, without ? and #"),
    ],
)
def test_another_address_is_refused_with_the_reason_and_an_example(address: str, reason: str) -> None:
    with pytest.raises(LocatedError) as wrong:
        check(address)
    (line,) = str(wrong.value).splitlines()
    assert line.startswith(f"SITE_URL is '{address}': ")
    assert reason in line
    assert line.endswith("(write an address such as https://example.org/explainer/, or leave SITE_URL unset)")


@pytest.mark.parametrize("seconds", ["0", "1700000000", "4294967295"])
def test_a_number_of_seconds_is_accepted(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    check()


@pytest.mark.parametrize("seconds", ["abc", "", " 1", "-1", "1.5", "١", "4294967296", "9" * 5000, "2023-11-18"])
def test_another_date_is_refused(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(LocatedError) as wrong:
        check()
    (line,) = str(wrong.value).splitlines()
    assert line.startswith(f"SOURCE_DATE_EPOCH is '{seconds[:79]}")
    assert "is not a number of seconds since 1970 (write a number such as 1700000000," in line


def test_addresses_without_a_slash_at_the_end_are_refused() -> None:
    with pytest.raises(LocatedError, match="leave out --no-directory-urls"):
        check(use_directory_urls=False)


def test_all_wrong_settings_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(LocatedError) as wrong:
        check('https://x.example/"', use_directory_urls=False)
    assert [problem.message.split()[0] for problem in wrong.value.problems] == ["the", "SITE_URL", "SOURCE_DATE_EPOCH"]
    assert len(str(wrong.value).splitlines()) == 3
