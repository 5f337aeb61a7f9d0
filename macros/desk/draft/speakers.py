"""Guesses who speaks in each sentence of an English report, from names, verbs of saying and pronouns.

The guess is the first speaker whom the outlet cites. The words for the cue of an attribution are those that narrative knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from macros.desk.draft.phrases import key_of, lowered, person, title
from macros.desk.draft.quotes import Span
from macros.desk.draft.speaker_words import (
    ALSO_SAID,
    APPOSITION,
    ARTICLES,
    ASKED,
    BETWEEN,
    FAR_APPOSITION,
    GROUP,
    INSTITUTION,
    JOINT,
    LONGEST_ROLE,
    NAME,
    NOT_SAID,
    OF_SOMETHING,
    POSSESSIVE,
    PRONOUN,
    QUOTED,
    ROLE_BETWEEN,
    SEVERAL,
    SOMEBODY,
    THING,
    UNNAMED,
    WEEKDAYS,
)
from macros.evidence.cue_words import CUE_WORDS, CueWords

_LONGEST_SENTENCE = 2_000
"""A longer sentence is a table or a list that lost its lines. The patterns would take minutes for it."""


_UNTIL_A_SUBJECT = re.compile(
    r"(?:(?:The|An?)\s[^,;:\ufffc]{3,60}|(?:Although|Though|While|When|As|After|Before|Asked)\b[^,;:]{3,90}),\s"
)
"""What may stand before the person of whom a sentence speaks: "The mayor of the town, ", "Although he said so,"."""


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
        last: Who spoke last, together.
        person: Whom "he" or "she" means.
    """

    words: CueWords
    speakers: dict[str, Speaker] = field(default_factory=dict)
    last: tuple[Speaker, ...] = ()
    person: Speaker | None = None

    def heard(self, sentence: str, spans: list[Span]) -> tuple[Speaker, ...]:
        """Who speaks in a sentence, or who speak together; empty if only the outlet does.

        Args:
            sentence: The sentence.
            spans: Its quotations.
        """
        if len(sentence) > _LONGEST_SENTENCE:
            return ()
        masked = _masked(re.sub(r"(?<=\d),(?=\d)", "", sentence) if not spans else sentence, spans)
        subject = self._meet(masked)
        # "Asked what he thought, Roe said": whom the first clause means is the one who answers.
        found = self._cited(re.sub(r"^(?:Asked|When asked)\b[^,\ufffc]*,\s", "", masked))
        if not found and subject and re.search(rf"\band\s(?:{self.words.speech}|{ALSO_SAID})\b", masked):
            # "The mayor, Ann Roe, shrugged and said"
            found = (subject,)
        if not found and masked.strip(f' {QUOTED}.,;:!?“”"«»‘’—–-') == "" and spans:
            found = self.last
        if found:
            self.last = found
            one = found[0]
            self.person = one if one.is_named or not one.name.endswith("s") else self.person
        if asked := ASKED.search(masked):
            self.person = self._kept(person(asked[1]))
        return found

    def _meet(self, masked: str) -> Speaker | None:
        """Remembers the people whom a sentence names in full, because a later one may name only their last name.

        Returns:
            The person of whom the sentence speaks, if it begins with one.
        """
        subject, body = None, 0
        for match in re.finditer(NAME, masked):
            name = person(match.group())
            if ROLE_BETWEEN.match(masked, match.end()):
                body = match.end()
                continue
            before = masked[body : match.start()]
            begins = not before or _UNTIL_A_SUBJECT.fullmatch(before) or bool(body and ROLE_BETWEEN.match(masked, body))
            if begins and (known := self.speakers.get(key_of(name))) and len(known.name.split()) > 1:
                subject = self.person = known
            if len(name.split()) > 1:
                speaker = self._kept(name)
                if begins and not match.group().startswith("The "):
                    subject = self.person = speaker
        return subject

    def _cited(self, masked: str) -> tuple[Speaker, ...]:
        speech = rf"{NOT_SAID}(?:{self.words.speech}|{ALSO_SAID})"
        if re.search(rf"(?i)\bin (?:{self.words.his}) (?:{self.words.view})\b", masked):
            return (self.person,) if self.person else ()
        if several := re.search(rf"(?:^|(?<=[;:\ufffc—–]\s))({SEVERAL}){BETWEEN}(?:{speech})\b", masked):
            every = [self._named(name, "") for name in re.split(r",\s(?:and\s)?|\sand\s", several[1])]
            return tuple(one for one in every if one)
        for pattern in _patterns(self.words, speech):
            for match in re.finditer(pattern, masked):
                if found := self._together(match["who"].strip(), match.groupdict().get("role") or ""):
                    return found
        return ()

    def _together(self, who: str, role: str) -> tuple[Speaker, ...]:
        """The speaker of a phrase, or the two who speak together."""
        if joint := not role and JOINT.fullmatch(who):
            both = [self._named(name if joint[1] else lowered(name), "") for name in joint.groups() if name]
            if both[0] and both[1] and both[0] is not both[1]:
                return (both[0], both[1])
        return self._speaker(who, role)

    def _speaker(self, who: str, role: str) -> tuple[Speaker, ...]:
        who = re.sub(
            r"^(?:.*\s)?(?:and|but|that|when|after|because|while|as|which|where|if|although|though)\s(?=\S)", "", who
        )
        if re.search(r"(?:[’']s|s’|\b(?:was|were|is|are|be|been|being|not))$", who) or THING.search(who):
            return ()
        if pronoun := PRONOUN.search(who):
            if pronoun.group().lower() in {"he", "she"}:
                return (self.person,) if self.person else ()
            if pronoun.group().lower() in {"they", "it"}:
                return self.last
            found = self._named(who[: pronoun.start()].strip(" ,"), role)
        else:
            found = self._named(who, role)
        return (found,) if found else ()

    def _named(self, who: str, role: str) -> Speaker | None:
        if found := self._of_something(who, role):
            return found
        if who[:1].isalpha() and person(role) and re.fullmatch(rf"\s?{NAME}", role) and not re.fullmatch(NAME, who):
            # "The mediator, Dr. Name, said"
            return self._kept(person(role.strip()), lowered(who))
        if unnamed := UNNAMED.match(who[:1].lower() + who[1:]):
            return self._kept(unnamed.group().strip(), is_named=False)
        if (
            GROUP.fullmatch(lowered(who))
            or (who[:1].islower() and GROUP.search(who))
            or (GROUP.search(who) and who[1:].islower())
        ):
            is_common = len(who.split()) == 1 or who.split()[0].lower() in ARTICLES
            return self._kept(lowered(who) if is_common else re.sub("^The ", "the ", who), is_named=False)
        names = [match for match in re.finditer(NAME, who) if person(match.group())]
        if names:
            before = who[: names[-1].start()]
            after = who[names[-1].end() :].strip(" ,.")
            if after and not re.fullmatch(
                rf"(?:himself|herself|itself|themselves|also|now|still|on|{WEEKDAYS}|\s)+", after
            ):
                return (
                    self._kept(lowered(who) if before else re.sub("^The ", "the ", who), is_named=False)
                    if GROUP.search(after)
                    else None
                )
            # "a spokesman for the Ministry": the name is not that of the speaker.
            if re.match(r"(?i)(?:an?|the|his|her|its|their)\s", before) and re.search(
                r"\s(?:of|for|at|from|in|with|to|by)\s(?:the\s)?$", before
            ):
                return self._kept(lowered(who), is_named=not re.match(r"(?i)an?\s", before))
            name = person(names[-1].group())
            role = role if len(role.split()) <= LONGEST_ROLE else ""
            before = "" if re.search(r"\d|[—–]|\s(?:of|for)\s*$", before) else before
            before = lowered(before.strip())
            own_role = re.sub("^(?i:the)$", "", " ".join([before, title(names[-1].group())]).strip()) or role.strip()
            return self._kept(name, own_role)
        if re.fullmatch(r"(?i)(?:the|his|her|their|its|our)\s(?:[\w’'-]+\s?){1,6}", who) or re.fullmatch(
            r"[a-z]+s", lowered(who)
        ):
            return self._kept(lowered(who))
        if re.fullmatch(r"(?i)(?:an?|one)\s(?:[\w’'-]+\s?){1,6}", who):
            return self._kept(lowered(who), is_named=False)
        inner = [match for match in re.finditer(NAME, role) if len(person(match.group()).split()) > 1]
        return self._kept(person(inner[0].group()), who) if inner else None

    def _of_something(self, who: str, role: str) -> Speaker | None:
        """Who speaks in "Ann Roe of the School of Law": not the name after the preposition."""
        found = OF_SOMETHING.fullmatch(who)
        name = person(found["name"]) if found else ""
        if INSTITUTION.search(name):
            return self._kept(re.sub("^The ", "the ", who))
        if found and len(name.split()) > 1:
            return self._kept(name, title(found["name"]) or role.strip())
        return None

    def _kept(self, name: str, role: str = "", *, is_named: bool = True) -> Speaker:
        name = " ".join(name.split()[:LONGEST_ROLE])
        role = POSSESSIVE.sub("", role)
        key = key_of(name)
        same = self.speakers.get(key)
        if same and same.name != name and len(name.split()) > 1 and len(same.name.split()) > 1 and name[:1].isupper():
            # Two people with one last name.
            key = name.casefold()
        speaker = self.speakers.setdefault(key, Speaker(name, role, is_named))
        speaker.role = speaker.role or role
        return speaker


def _patterns(words: CueWords, speech: str) -> tuple[str, ...]:
    """Where a sentence names its speaker, the surest places first."""
    stop = r"[,;:.\ufffc]|$| on | in | at | and | but | who | that | while | as "
    inverted = rf"(?:{words.inverted}|{ALSO_SAID})"
    return (
        rf"(?i:{words.before_a_speaker})\s(?P<who>[^,;:\ufffc]+?)(?={stop})",
        rf"\ufffc[”\"’]?,?\s{inverted}\s(?!(?:that|to|how|whether|as)\b)(?P<who>[^;:\ufffc]+?)(?:\s(?:of|about)\s(?:{words.his})\s[^,;:.]+|(?<=[a-z])\swho\s[^,;:]+)?{APPOSITION}(?=[;:.\ufffc,]|$)",
        rf",\s{inverted}\s(?P<role>the\s[^,;:.\ufffc]{{3,60}}),\s(?P<who>{NAME})(?=[;:.,]|$)",
        rf",\s{inverted}\s(?P<who>(?:[\w’'-]+\s){{0,6}}{NAME}|{SOMEBODY}|[a-z]+s){APPOSITION}(?=[;:.\ufffc,]|$)",
        rf"(?:^|(?<=\ufffc\s)|(?<=\ufffc,\s))(?P<who>{NAME}),\s(?P<role>{FAR_APPOSITION}?),?{BETWEEN}(?:{speech})\b",
        rf"(?:^|(?<=[,;:\ufffc—–-])\s?|(?<=\band )|(?<=\bbut ))(?P<who>[^,;:\ufffc]*?),(?P<role>[^;:\ufffc]{{2,90}}?),{BETWEEN}?(?:{speech})\b",
        rf"(?P<who>[^,;:\ufffc]+?){BETWEEN}(?:{speech})\b(?!\sby\b)",
    )


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


def listener(language: str) -> Listener | None:
    """A listener for a language; None if there are no words of saying for it."""
    words = CUE_WORDS.get(language.split("-")[0])
    return Listener(words) if words else None
