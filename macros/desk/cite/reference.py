"""One entry of an export, in the terms of a source. What the export does not say is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.models.base import Language
from macros.models.characters import unseen_in
from macros.models.date import ExactDay, OnceDate
from macros.models.web_address import WebAddress

_MARKUP = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)\b[^>]*>", re.IGNORECASE)
"""Reference managers allow these tags in titles."""

_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?:[T ].*|/.*)?")

_SPAN = re.compile(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2})")

_DOI = "https://doi.org/"


class ExportError(Exception):
    """An export cannot be read. The text says why, in one line."""


@dataclass(frozen=True)
class Reference:
    """One entry.

    Attributes:
        title: Its title.
        outlet: The name of the newspaper, journal, site or publisher.
        authors: Who signed it, each as `Given Family`.
        issued: When it was published, as an EDTF text.
        accessed: When it was read, as an exact day.
        url: Where it can be read; the address of its DOI if it has no other.
        doi: Its DOI, in lower case.
        language: Its language as a BCP 47 tag.
    """

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    issued: str = ""
    accessed: str = ""
    url: str = ""
    doi: str = ""
    language: str = ""


def _valid(text: str, kind: Any) -> str:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return ""
    return text


def plain(value: object) -> str:
    """A text without markup, line breaks and characters that cannot be seen; empty if the value is no text."""
    text = " ".join(_MARKUP.sub("", value if isinstance(value, str) else "").split())
    for found, _, _ in list(unseen_in(text)):
        text = text.replace(found, "")
    return text


def date_of(*parts: object) -> str:
    """A date as EDTF, as far as its parts are numbers.

    Args:
        parts: Year, month and day; or a text that begins with them, with `-` or `/` in between.
    """
    text = "-".join(str(part) for part in parts if str(part or "").strip())
    if span := _SPAN.fullmatch(text):
        # The export gives a span for something that was published once, on one of these days.
        return _valid(f"[{span[1]}..{span[2]}]", OnceDate)
    found = _DAY.fullmatch(text.strip().rstrip("/"))
    if not found:
        return _valid(text, OnceDate)
    return _valid("-".join(part.zfill(2) for part in found.groups() if part), OnceDate)


def day_of(*parts: object) -> str:
    """A date if it is one exact day, else an empty text."""
    return _valid(date_of(*parts), ExactDay)


@cache
def _languages() -> dict[str, str]:
    # Importing Babel takes long, and most entries have a tag.
    from babel import Locale

    return {str(name).casefold(): tag for tag, name in Locale("en").languages.items()}


def language_of(text: str) -> str:
    """A BCP 47 tag, of a tag or of the English name of a language; empty if it is neither.

    Args:
        text: What an export says, such as `en_US`, `en` or `Russian`.
    """
    named = _languages().get(text.strip().casefold(), "") if len(text) > 3 else ""
    first, *others = (named or text.strip()).replace("_", "-").split("-")
    return _valid("-".join((first.lower(), *others)), Language) if first else ""


def made(
    title: object, outlets: Iterable[object], authors: Iterable[str], issued: str, accessed: str, **more: object
) -> Reference:
    """An entry with clean texts.

    Args:
        title: Its title.
        outlets: Names under which an export gives the outlet, the best first.
        authors: Names of the authors.
        issued: When it was published.
        accessed: When it was read.
        more: Its `url`, `doi` and `language`, as the export gives them.
    """
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:)", "", plain(more.get("doi")), flags=re.IGNORECASE).lower()
    url = _valid(plain(more.get("url")), WebAddress) or (_valid(f"{_DOI}{doi}", WebAddress) if doi else "")
    outlet = next(filter(None, map(plain, outlets)), "")
    signed = tuple(filter(None, map(plain, authors)))
    return Reference(plain(title), outlet, signed, issued, accessed, url, doi, language_of(plain(more.get("language"))))
