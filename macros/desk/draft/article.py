"""Reads an article from a file: plain text, Markdown or HTML."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.desk.draft.cleaning import headline, name_or_nothing, seen
from macros.desk.draft.plain_text import from_lines
from macros.desk.draft.segmenter import knows
from macros.evidence.words import words_of
from macros.models.web_address import checked_address

MAX_BYTES = 5_000_000
"""A page of a newspaper is smaller, with all that stands around its article."""

MAX_CHARACTERS = 300_000
"""A longer text is a book. It would make thousands of passages."""

FEWEST_WORDS = 5

_COOKIE_WORDS = re.compile(r"cookie|consent|javascript|traceurs|datenschutz|privacidad|куки|թխուկ", re.IGNORECASE)
_WORDS_OF_A_COOKIE_WALL = 300
_COOKIE_WORDS_OF_A_WALL = 3
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html[^>]*?\blang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE)
_LOCALE = re.compile(r"""og:locale["'][^>]*content\s*=\s*["']([A-Za-z]{2,3})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class UnreadableError(Exception):
    """An article cannot be read. The text of the error says why, in one line."""


@dataclass(frozen=True)
class Article:
    """What a file says about an article. Fields that it does not say are empty.

    Attributes:
        paragraphs: Its text, without the headline.
        title: The headline.
        outlet: The name of the publisher.
        issued: The day on which it was published, as in ISO 8601.
        language: A BCP 47 tag.
        url: Its address.
        author: Who signed it.
        given: The fields that the editor gave. What a program found is a guess.
    """

    paragraphs: tuple[str, ...]
    title: str = ""
    outlet: str = ""
    issued: str = ""
    language: str = ""
    url: str = ""
    author: str = ""
    given: frozenset[str] = frozenset()


def _decoded(name: str, content: bytes, *, is_html: bool) -> str:
    """The text of a file.

    Raises:
        UnreadableError: It is not text, or nobody can know how it is encoded.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in content or content.startswith(b"%PDF"):
        raise UnreadableError(f"{name} is not text; copy its text into a .txt file")
    declared = _DECLARED.search(content[:4096]) if is_html else None
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        found = f"is not {encoding} text, although it says so" if declared else "has an unknown encoding"
        raise UnreadableError(f"{name} {found}; save it as UTF-8") from None


_WRAPPED = re.compile(r"(?<=[^>\s])[ \t]*\r?\n[ \t]*(?=[^<\s]|<(?:a|b|em|i|span|strong)\b)")
"""A line break inside a paragraph of HTML, which is a space there. The library would begin a paragraph at it."""


def _from_html(name: str, text: str) -> Article:
    from trafilatura import bare_extraction

    found = bare_extraction(_WRAPPED.sub(" ", text), with_metadata=True, include_comments=False, include_tables=False)
    facts = found if isinstance(found, dict) else found.as_dict() if found else {}
    lines = [" ".join(line.split()) for line in (facts.get("text") or "").splitlines()]
    body = [line for line in lines if line]
    words = " ".join(body).split()
    is_wall = len(_COOKIE_WORDS.findall(text)) >= _COOKIE_WORDS_OF_A_WALL and (
        not body or len(_COOKIE_WORDS.findall(" ".join(body))) >= _COOKIE_WORDS_OF_A_WALL
    )
    if is_wall and len(words) < _WORDS_OF_A_COOKIE_WALL:
        raise UnreadableError(
            f"{name} is a page that asks about cookies, not an article; save the page after you answer"
        )
    if len(words) < FEWEST_WORDS:
        raise UnreadableError(f"{name} contains no article; copy its text into a .txt file")
    outlet = facts.get("sitename") or ""
    title = headline(" ".join((facts.get("title") or "").split()), f"{outlet} {facts.get('hostname') or ''}")
    language = _LANGUAGE.search(text) or _LOCALE.search(text)
    return Article(
        paragraphs=tuple(body[1:] if body[0] == title and len(body) > 1 else body),
        title=title,
        outlet=outlet,
        issued=facts.get("date") or "",
        language=language[1] if language else "",
        url=facts.get("url") or "",
        author=facts.get("author") or "",
    )


def _address(found: str, given: str) -> str:
    """The address that the editor gives, or that the article says, if it is one that a dossier can hold.

    Raises:
        UnreadableError: The editor gives another one.
    """
    try:
        return checked_address(given or found.rstrip(").,;:]>"))
    except ValueError as wrong:
        if given:
            raise UnreadableError(f"the address '{given}' cannot be used: {wrong}") from None
        return ""


def _cleaned(article: Article) -> Article:
    paragraphs = tuple(text for text in map(seen, article.paragraphs) if words_of(text))
    title, outlet, author = map(name_or_nothing, (article.title, article.outlet, article.author))
    return replace(article, paragraphs=paragraphs, title=title, outlet=outlet, author=author)


def read_article(name: str, content: bytes, given: Mapping[str, str]) -> Article:
    """Reads an article.

    Args:
        name: The name of the file. Its ending says what kind of file it is.
        content: What is in it.
        given: Fields of the article that the editor gives.

    Raises:
        UnreadableError: It cannot be read.
    """
    if not content.strip():
        raise UnreadableError(f"{name} is empty")
    if len(content) >= MAX_BYTES:
        raise UnreadableError(f"{name} has {len(content) / 1_000_000:.1f} MB, which is too much for an article")
    is_html = name.lower().endswith((".html", ".htm")) or content.lstrip()[:15].lower().startswith(
        (b"<!doctype html", b"<html")
    )
    text = _decoded(name, content, is_html=is_html)
    if is_html:
        found = _from_html(name, text)
    else:
        title, body, facts = from_lines(text, is_markdown=name.lower().endswith(".md"))
        found = Article(
            body, title, issued=facts.get("issued", ""), url=facts.get("url", ""), author=facts.get("author", "")
        )
    address = _address(found.url, given.get("url", ""))
    fields: dict[str, Any] = {**given, "url": address, "given": frozenset(given)}
    article = _cleaned(replace(found, **fields))
    if sum(map(len, article.paragraphs)) > MAX_CHARACTERS:
        raise UnreadableError(f"{name} has more than {MAX_CHARACTERS:,} characters, which is too much for an article")
    if not article.paragraphs or (
        len(" ".join(article.paragraphs).split()) < FEWEST_WORDS
        and not re.search(r"[。！？]", "".join(article.paragraphs))
    ):
        raise UnreadableError(f"{name} contains no sentence")
    tag = _tag(article.language)
    if not tag and article.language:
        raise UnreadableError(f"'{article.language}' is not the tag of a language; write one such as --language en")
    if not tag:
        raise UnreadableError(f"{name} does not say its language; add it: --language en")
    if not knows(tag):
        raise UnreadableError(
            f"the sentences of the language '{tag}' cannot be told apart; write the passages by hand: HOWTO.md, step 2"
        )
    return replace(article, language=tag)


def _tag(written: str) -> str:
    primary, *rest = written.replace("_", "-").split("-")
    known = [part for part in rest if re.fullmatch("[A-Za-z0-9]{2,8}", part)]
    return "-".join([primary.lower(), *known]) if re.fullmatch("[A-Za-z]{2,3}", primary) else ""
