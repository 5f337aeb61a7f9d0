"""Checks the settings of a build that are not in the dossier: options of MkDocs, and environment variables."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from macros.mkdocs.failures import LocatedError
from macros.models.web_address import checked_address
from macros.problems.problem import Place, Problem, shortened

DATE_VARIABLE = "SOURCE_DATE_EPOCH"
"""The environment variable that gives the time of a reproducible build (reproducible-builds.org)."""

_END_OF_TIME = 2**32
"""The packed sitemap has room for a smaller number of seconds."""


def _address_problem(address: str) -> str:
    """What is wrong with the address of the site; empty if nothing is. Every page contains it."""
    try:
        checked_address(address, is_ours=True)
    except ValueError as wrong:
        return str(wrong)
    parts = urlsplit(address)
    return "it must end with the path of the site, without ? and #" if parts.query or parts.fragment else ""


def _problems(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    if not config.use_directory_urls:
        yield "the links of this site need addresses that end with a slash", "leave out --no-directory-urls"
    if config.site_url and (wrong := _address_problem(config.site_url)):
        yield (
            f"SITE_URL is '{shortened(config.site_url)}': {wrong}",
            "write an address such as https://example.org/explainer/, or leave SITE_URL unset",
        )
    seconds = os.environ.get(DATE_VARIABLE, "0")
    if not re.fullmatch("[0-9]{1,10}", seconds) or int(seconds) >= _END_OF_TIME:
        yield (
            f"{DATE_VARIABLE} is '{shortened(seconds)}', which is not a number of seconds since 1970",
            f"write a number such as 1700000000, or leave {DATE_VARIABLE} unset",
        )


def check_settings(config: MkDocsConfig) -> None:
    """Refuses settings with which the site would be broken.

    Args:
        config: The configuration.

    Raises:
        LocatedError: A setting is wrong. The text has one line for each of them.
    """
    problems = [Problem(Place("", 1, 1), "", message, hint) for message, hint in _problems(config)]
    if problems:
        raise LocatedError(problems, "\n".join(problem.what for problem in problems))
