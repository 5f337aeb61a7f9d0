"""Guesses who speaks in each sentence of an English report, from names, verbs of saying and pronouns.

The guess is the first speaker whom the outlet cites. The words for the cue of an attribution are those that narrative knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.desk.draft.quotes import Span
from macros.desk.draft.speaker_words import (
    ALSO_SAID,
    APPOSITION,
    ARTICLES,
    BETWEEN,
    GROUP,
    HONORIFICS,
    LONGEST_ROLE,
    NAME,
    NOT_PEOPLE,
    NOT_SAID,
    PRONOUN,
    QUOTED,
    SOMEBODY,
    TITLES,
    UNNAMED,
    WEEKDAYS,
)
from macros.evidence.cue_words import CUE_WORDS, CueWords

_LONGEST_SENTENCE = 2_000
"""A longer sentence is a table or a list that lost its lines. The patterns would take minutes for it."""


@dataclass
class Speaker:
    """Somebody who speaks in an article.

    Attributes:
        name: The name, or what the article says about somebody without a name.
        role: The words before or after the name that say who it is; empty if there are none.
        is_named: Whether the article gives a name.
    """

    name: str
    role: str = ""
    is_named: bool = True


@dataclass
class Listener:
    """Reads an article sentence by sentence, and remembers who was named and who spoke last.

    Attributes:
        words: The word lists of the language.
        known: Names that the dossier has, each with the id of its actor.
        speakers: Everybody who was found, by the key under which later mentions are found.
        last: Who spoke last.
    """

    words: CueWords
    speakers: dict[str, Speaker] = field(default_factory=dict)
    last: Speaker | None = None
    person: Speaker | None = None

    def heard(self, sentence: str, spans: list[Span]) -> Speaker | None:
        """Who speaks in a sentence; None if only the outlet does.

        Args:
            sentence: The sentence.
            spans: Its quotations.
        """
        if len(sentence) > _LONGEST_SENTENCE:
            return None
        masked = _masked(sentence, spans)
        self._meet(masked)
        found = self._cited(masked)
        if found is None and masked.strip(f' {QUOTED}.,;:!?“”"«»‘’—–-') == "" and spans:
            found = self.last
        if found:
            self.last = found
            self.person = found if found.is_named or not found.name.endswith("s") else self.person
        return found

    def _meet(self, masked: str) -> None:
        """Remembers the people whom a sentence names in full, because a later one may name only their last name."""
        for match in re.finditer(NAME, masked):
            name = _person(match.group())
            if len(name.split()) > 1:
                speaker = self._kept(name)
                if match.start() == 0 and not match.group().startswith("The "):
                    self.person = speaker

    def _cited(self, masked: str) -> Speaker | None:
        speech = rf"{NOT_SAID}(?:{self.words.speech}|{ALSO_SAID})"
        if re.search(rf"(?i)\bin (?:{self.words.his}) (?:{self.words.view})\b", masked):
            return self.person
        stop = r"[,;:.\ufffc]|$| on | in | at | and | but | who | that | while | as "
        for pattern in (
            rf"(?i:{self.words.before_a_speaker})\s(?P<who>[^,;:\ufffc]+?)(?={stop})",
            rf"\ufffc[”\"’]?,?\s(?:{self.words.inverted}|{ALSO_SAID})\s(?P<who>[^;:\ufffc]+?){APPOSITION}(?=[;:.\ufffc,]|$)",
            rf",\s(?:{self.words.inverted}|{ALSO_SAID})\s(?P<role>the\s[^,;:.\ufffc]{{3,60}}),\s(?P<who>{NAME})(?=[;:.,]|$)",
            rf",\s(?:{self.words.inverted}|{ALSO_SAID})\s(?P<who>(?:[\w’'-]+\s){{0,6}}{NAME}|{SOMEBODY}){APPOSITION}(?=[;:.\ufffc,]|$)",
            rf"(?:^|(?<=[,;:\ufffc—–-])\s?|(?<=\band )|(?<=\bbut ))(?P<who>[^,;:\ufffc]*?),(?P<role>[^;:\ufffc]{{2,90}}?),{BETWEEN}?(?:{speech})\b",
            rf"(?P<who>[^,;:\ufffc]+?){BETWEEN}(?:{speech})\b(?!\sby\b)",
        ):
            for match in re.finditer(pattern, masked):
                if speaker := self._speaker(match["who"].strip(), match.groupdict().get("role") or ""):
                    return speaker
        return None

    def _speaker(self, who: str, role: str) -> Speaker | None:
        who = re.sub(
            r"^(?:.*\s)?(?:and|but|that|when|after|because|while|as|which|where|if|although|though)\s(?=\S)", "", who
        )
        if re.search(r"(?:[’']s|s’|\b(?:was|were|is|are|be|been|being|not))$", who):
            return None
        if pronoun := PRONOUN.search(who):
            if pronoun.group().lower() in {"who", "which", "that"}:
                return self._named(who[: pronoun.start()].strip(" ,"), role)
            return self.person if pronoun.group().lower() in {"he", "she"} else self.last
        return self._named(who, role)

    def _named(self, who: str, role: str) -> Speaker | None:
        if who[:1].isalpha() and _person(role) and re.fullmatch(rf"\s?{NAME}", role) and not re.fullmatch(NAME, who):
            # "The mediator, Dr. Name, said"
            return self._kept(_person(role.strip()), _lowered(who))
        if unnamed := UNNAMED.match(who[:1].lower() + who[1:]):
            return self._kept(unnamed.group().strip(), is_named=False)
        if (
            GROUP.fullmatch(_lowered(who))
            or (who[:1].islower() and GROUP.search(who))
            or (GROUP.search(who) and who[1:].islower())
        ):
            is_common = len(who.split()) == 1 or who.split()[0].lower() in ARTICLES
            return self._kept(_lowered(who) if is_common else who, is_named=False)
        names = [match for match in re.finditer(NAME, who) if _person(match.group())]
        if names:
            before = who[: names[-1].start()]
            after = who[names[-1].end() :].strip(" ,.")
            if after and not re.fullmatch(
                rf"(?:himself|herself|itself|themselves|also|now|still|on|{WEEKDAYS}|\s)+", after
            ):
                return self._kept(_lowered(who) if before else who, is_named=False) if GROUP.search(after) else None
            # "a spokesman for the Ministry": the name is not that of the speaker.
            if re.match(r"(?i)(?:an?|the|his|her|its|their)\s", before) and re.search(
                r"\s(?:of|for|at|from|in|with|to|by)\s(?:the\s)?$", before
            ):
                return self._kept(_lowered(who), is_named=not re.match(r"(?i)an?\s", before))
            name = _person(names[-1].group())
            role = role if len(role.split()) <= LONGEST_ROLE else ""
            before = "" if re.search(r"\d|[—–]|\s(?:of|for)\s*$", before) else before
            own_role = (
                re.sub("^(?i:the)$", "", " ".join([before.strip(), _title(names[-1].group())]).strip()) or role.strip()
            )
            return self._kept(name, own_role)
        if re.fullmatch(r"(?i)(?:the|his|her|their|its|our)\s(?:[\w’'-]+\s?){1,6}", who) or re.fullmatch(
            r"[a-z]+s", _lowered(who)
        ):
            return self._kept(_lowered(who))
        if re.fullmatch(r"(?i)(?:an?|one)\s(?:[\w’'-]+\s?){1,6}", who):
            return self._kept(_lowered(who), is_named=False)
        inner = [match for match in re.finditer(NAME, role) if len(_person(match.group()).split()) > 1]
        return self._kept(_person(inner[0].group()), who) if inner else None

    def _kept(self, name: str, role: str = "", *, is_named: bool = True) -> Speaker:
        name = " ".join(name.split()[:LONGEST_ROLE])
        key = _key(name)
        same = self.speakers.get(key)
        if same and same.name != name and len(name.split()) > 1 and len(same.name.split()) > 1 and name[:1].isupper():
            # Two people with one last name.
            key = name.casefold()
        speaker = self.speakers.setdefault(key, Speaker(name, role, is_named))
        speaker.role = speaker.role or role
        return speaker


def words_of_the_day(sentence: str, spans: list[Span], language: str) -> str:
    """The words that say when somebody said something, such as "on Friday" after "told reporters"; empty if there are none."""
    words = CUE_WORDS.get(language.split("-")[0])
    if words is None or len(sentence) > _LONGEST_SENTENCE:
        return ""
    month = "|".join(words.months)
    day = rf"(?:{WEEKDAYS}|\d{{1,2}} (?:{month})(?: \d{{4}})?|(?:{month}) \d{{1,2}}(?:, \d{{4}})?)"
    found = re.search(
        rf"\b{NOT_SAID}(?:{words.speech}|{ALSO_SAID})(?:\s(?:reporters|journalists|lawmakers|parliament|deputies|him|her|them|us|(?:the\s)?{NAME}))?\s(?:on\s)?(?P<day>{day})\b",
        _masked(sentence, spans),
    )
    return found["day"] if found else ""


def _masked(sentence: str, spans: list[Span]) -> str:
    """A sentence with one sign in place of each quotation with its marks."""
    for span in reversed(spans):
        start, end = max(span.start - 1, 0), span.end + span.is_closed
        comma = "," if sentence[max(span.end - 1, 0) : span.end] == "," else ""
        sentence = sentence[:start] + QUOTED + comma + sentence[end:]
    return sentence


def _person(name: str) -> str:
    """A name without the titles before it, and without a word that has a capital only because a sentence begins with it."""
    parts = name.replace("’s", "").replace("'s", "").split()
    while parts and parts[0] in NOT_PEOPLE:
        parts = parts[1:]
    # The last word is a name even if it is a title too, such as King.
    titles = [index for index, part in enumerate(parts[:-1]) if part.strip(".").lower() in TITLES]
    found = " ".join(parts[titles[-1] + 1 :] if titles else parts).rstrip(".,")
    return "" if found.lower() in HONORIFICS else found


def _title(name: str) -> str:
    """The titles before a name, with what belongs to them: "City Mayor"; empty if there is only a polite form."""
    before = name.rstrip(".,").removesuffix(_person(name)).split()
    before = before[1:] if before and before[0] in NOT_PEOPLE else before
    return " ".join(before) if any(part.strip(".").lower() not in HONORIFICS for part in before) else ""


def _key(name: str) -> str:
    """What later mentions have in common with the first one: the last name."""
    return name.split()[-1].casefold() if name[:1].isupper() and len(name.split()) < 5 else name.casefold()


def _lowered(who: str) -> str:
    return who[:1].lower() + who[1:]


def listener(language: str) -> Listener | None:
    """A listener for a language; None if there are no words of saying for it."""
    words = CUE_WORDS.get(language.split("-")[0])
    return Listener(words) if words else None
