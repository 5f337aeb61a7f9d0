"""The forms of EDTF that a date can have, and what to write in place of each other one."""

from __future__ import annotations

import re
from collections.abc import Callable

# Python has no year before 0001 or after 9999, and the calendar export needs the day after the last one.
_YEAR = r"(?!0000|9999)\d{4}"
_MONTH = r"(?:0[1-9]|1[0-2])"  # in EDTF, 21 and higher are seasons
_DAY = rf"{_YEAR}(?:-{_MONTH}(?:-\d{{2}})?)?"
_MARKED = f"{_DAY}[~?%]?"
ALLOWED = re.compile(
    rf"{_MARKED}|{_MARKED}/(?:{_MARKED}|\.\.)?|(?:\.\.)?/{_MARKED}"
    rf"|\[{_DAY}\.\.(?:{_DAY})?\]|\[\.\.{_DAY}\]"
    rf"|{_YEAR}-{_MONTH}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:Z|[+-]\d{{2}}(?::\d{{2}})?)?",
    re.ASCII,
)
"""What is read. Whether the day exists is another question."""

_IN_WORDS = "and say it in words"


def _quoted(start: str, end: str) -> str:
    """A range as YAML needs it: without quotation marks, it would be a list."""
    return f'"[{start}..{end}]"'


def _range_of_years(found: re.Match[str]) -> str:
    digits = found[1].casefold().replace("u", "x")
    return f"write {_quoted(digits.replace('x', '0'), digits.replace('x', '9'))}"


_REWRITES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d{4}-\d{2}-\d{2})t.*", lambda found: f"write {found[1]}, or the time as in {found[1]}T13:12:00Z"),
    (r"\d{4}-2[1-4].*", lambda found: f"write the months of the season, as in {_quoted(f'{found[0][:4]}-03', f'{found[0][:4]}-05')}, {_IN_WORDS}"),
    (r"(\d{1,3}[xu]{1,3})[~?%]?", _range_of_years),
    (r"(\d{4}(?:-\d{2})?)(?:-[xu]{2})+[~?%]?", lambda found: f"write {found[1]}"),
    (r"(unknown|open)/(.+)", lambda found: f"write /{found[2]}"),
    (r"(.+)/(unknown)", lambda found: f"write {found[1]}/"),
    (r"(.+)/(open)", lambda found: f"write {found[1]}/.."),
    (r"(?:\.\.)?/(?:\.\.)?|\[\.\.\]|[xu]{4}.*", lambda _: f"it gives no year; write silent, {_IN_WORDS}"),
    (r"\[(\d{4}[^,]*),(?:.*\D)?(\d{4}[-\d]*)\]", lambda found: f"write {_quoted(found[1], found[2])}"),
    (r"-.*|y.*|(?:.*\D)?(?:0000|9999)(?:\D.*)?", lambda _: f"only the years 0001 to 9998 can be read; write silent, {_IN_WORDS}"),
    (r"(\d{4}[-\d]*)(?:\?~|~\?)", lambda found: f"write {found[1]}%"),
    (r"[\d~?%-]*[~?%][\d~?%-]*", lambda found: f"put one mark at the end, as in {re.sub('[~?%]', '', found[0])}~"),
    (r"\[.*[~?%].*\]", lambda found: f'a range is doubt enough; write "{re.sub("[~?%]", "", found[0])}"'),
)  # fmt: skip
"""A form that is not read, and what to write; the first one that matches."""

_FORMS = 'write 2023-11-20, 2023-06, 2023-06~, 2023-10-04/2023-10-06 (it lasted), or "[2023-10-04..2023-10-06]" (on one of these days)'


def form_to_write(text: str) -> str:
    """What to write in place of a text that is not read.

    Args:
        text: The text.
    """
    matches = ((re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE), words) for pattern, words in _REWRITES)
    return next((words(found) for found, words in matches if found), _FORMS)
