"""Words for a part of a month or a year, such as "at the end of June 2023", which place a date more precisely than EDTF can."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from macros.models.date import Form, HonestDate, Precision

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The names of the months, in order."""

_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}

PART_OF_A_TIME = re.compile(
    rf"(?:(?:in|at|on|about|around|towards?|possibly|perhaps|probably) )*(?:the )?(?:very )?(?P<part>{'|'.join(_THIRDS)})[ -](?:of |in )?"
    rf"(?:(?P<month>{'|'.join(MONTHS)}|the month)|the year|(?P<year>\d{{4}}))\b",
    re.IGNORECASE | re.ASCII,  # otherwise an i matches the Turkish letters that differ from it by a dot
)
"""A part of a month or a year, in words: "in late March", "at the end of June 2023", "early in 2023"."""


def narrowed(when: HonestDate, words: str | None) -> HonestDate:
    """The date, narrowed to the third of its month or year that some words name: "at the end of June" is its last third.

    Args:
        when: The date.
        words: The date in the words of the source.
    """
    part = PART_OF_A_TIME.match(words or "")
    precision = Precision.MONTH if part and part["month"] else Precision.YEAR
    if not part or not when.start or when.form is not Form.ONE or when.start.precision is not precision:
        return when
    days = (when.start.last - when.start.first).days + 1
    third = _THIRDS[part["part"].casefold()]
    first = when.start.first + timedelta(days * third // 3)
    last = when.start.first + timedelta(days * (third + 1) // 3 - 1)
    moment = replace(when.start, first=first, last=last)
    return replace(when, start=moment, end=moment)
