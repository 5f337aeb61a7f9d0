"""What no page may say, whatever the dossier: ungrammatical dates, raw values, doubt that got lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.part_of_a_time import MONTHS
from macros.models.verb import Verb

_MONTHS = "|".join(MONTHS)
_A_DATE = rf"(?:\d{{1,2}} (?:to \d{{1,2}} )?)?(?:(?:{_MONTHS})\b|(?:AD \d+|\d{{4}})\b)"

_PATTERNS = {
    "a doubled or misplaced preposition": rf"\b(?:on|in) (?:possibly|by|since|until|from|between) (?:about )?{_A_DATE}",
    "no preposition": rf"\b(?<!, then )(?<!Outcome not )(?:{'|'.join(Verb)}) (?:possibly )?(?:about )?{_A_DATE}",
    "a doubled word of doubt": r"\b(about|possibly) \1\b",
    "a month in lower case": rf"\b(?:{_MONTHS.lower()}) \d{{1,4}}\b",
    "a year with zeros": r"\b0\d{3}\b",
    "an EDTF string": r"\b\d{4}-\d{2}\b|\[\.\.|\.\.\]|/\.\.",
    "twice the same day": rf"\b(\d{{1,2}}) (?:to|and) \1 (?:{_MONTHS})",
    "a value of the code": r"\b(?:Undefined|HonestDate|Moment\(|Nothing\.[A-Z])",
    "a false outcome": r"\bHeld\b[^.]{0,60}\b(?:said to be|reported as) off\b",
    "punctuation after a blank": r"\w [,;](?: |$)",
}
_BLOCKS = ["p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "figcaption", "text", "title", "span", "summary"]


def nonsense_in(html: str) -> Iterator[str]:
    """Each place where a page says what no page may say.

    Args:
        html: The HTML of the page.
    """
    tree = BeautifulSoup(html, "html.parser")
    for code in tree.find_all("code"):
        code.decompose()
    texts = {" ".join(block.get_text("").split()) for block in tree.find_all(_BLOCKS)}
    for text in sorted(texts):
        for what, pattern in _PATTERNS.items():
            if found := re.search(pattern, text):
                yield f"{what}: '{found[0]}' in '{text[max(0, found.start() - 60) : found.end() + 60]}'"


def lost_doubt(dossier: Dossier, timeline: str) -> Iterator[str]:
    """Each event whose date is not certain, though the timeline shows it like one that is.

    Args:
        dossier: The dossier.
        timeline: The HTML of its timeline.
    """
    tree = BeautifulSoup(timeline, "html.parser")
    for event in dossier.events:
        heading = tree.find(id=event.id)
        entry = heading and heading.find_parent("li")
        when = entry and entry.select_one(".entry__when")
        yield from _lost(event, " ".join(when.get_text().split()) if when else "")


def _lost(event: Event, shown: str) -> Iterator[str]:
    date, words = event.date, event.date_in_words
    if not isinstance(date, HonestDate):
        if not re.search(r"\b(?:no date|date not known)\b", shown) and not (words and words in shown):
            yield f"{event.id}: '{shown}' does not say that there is no date"
    elif words:
        if words[1:] not in shown:
            yield f"{event.id}: '{shown}' does not say '{words}'"
    else:
        for moment in date.moments:
            for is_so, word in ((moment.approximate, "about"), (moment.uncertain, "possibly")):
                if is_so and word not in shown.casefold():
                    yield f"{event.id}: '{shown}' does not say '{word}' of {date.text}"
        # What happens every Tuesday of a month names its days.
        if date.names_no_day and not event.repeats and "day not given" not in shown:
            yield f"{event.id}: '{shown}' does not say that no day is given"
