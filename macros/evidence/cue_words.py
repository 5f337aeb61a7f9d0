"""The words by which a clause of narrative shows that somebody said it, and others that its check looks for, by language.

For the cue of an attribution, see PARC (Pareti 2016): without a cue, a clause reads as our own claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class CueWords:
    """The word lists of one language.

    Attributes:
        cues: Verbs of saying and thinking, and phrases such as "according to".
        verbs: The cues that follow the name of a speaker directly.
        before_a_speaker: Phrases that a speaker's name follows directly.
        of_a_person: Pronouns that can refer to a person.
        of_others: Pronouns that can refer to a state, an institution or a group.
        negations: Words that deny.
        hedges: Words that mark a date as not certain.
        numbers: Numbers in words, with their values.
        months: The names of the months, in order.
    """

    cues: re.Pattern[str]
    verbs: str
    before_a_speaker: str
    of_a_person: re.Pattern[str]
    of_others: re.Pattern[str]
    negations: re.Pattern[str]
    hedges: re.Pattern[str]
    numbers: dict[str, str]
    months: tuple[str, ...]


_VERBS = (
    r"says?|said|saying|tells?|told|states?|stated|writes?|wrote|written|argues?|argued|adds?|added|reports?|reported|"
    r"announces?|announced|asks?|asked|called?(?! off)|calls?(?! off)|claims?|claimed|complains?|complained|concedes?|conceded|concludes?|concluded|"
    r"confirms?|confirmed|counts?|denies|denied|deny|describes?|described|doubts?|doubted|expects?|expected|explains?|explained|"
    r"grants?|granted|holds?|lists?|listed|maintains?|maintained|names?|named|notes?|noted|"
    r"points?|pointed|predicts?|predicted|promises?|promised|quotes?|quoted|relates?|related|replied|replies|"
    r"sees?|speaks?|spoke|stresses|stressed|thinks?|thought|threatened|threatens?|warns?|warned|believes?|believed|accuses?|accused|"
    r"objects?|objected|insists?|insisted|declares?|declared|informed|informs?|blames?|blamed|rejects?|rejected|refuses|refused|cites?|cited"
)

ENGLISH = CueWords(
    cues=_words(
        _VERBS,
        "according to", r"in (?:his|her|its|their|[\w’' -]+[’']s?) (?:view|words|account|reading|opinion)",
        r"by (?:his|her|its|their|[\w’' -]+[’']s?) (?:own )?account", r"in the words of", r"for (?:him|her|them)",
    ),
    verbs=_VERBS,
    before_a_speaker=r"according to|in the words of|by the account of",
    of_a_person=_words("he", "she", "his", "her", "him", "hers", "they", "their", "them"),
    of_others=_words("it", "its", "they", "their", "them"),
    negations=_words(
        "not", r"\w+n[’']t", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot",
        r"refus\w+", r"reject\w+", r"declin\w+", "den(?:y|ied|ies)", r"(?:stay|stays|stayed|staying) away", r"call\w* off", "was off", "is off", "be off",
        r"f[ae]ll(?:s|en)? through", r"fail\w*", r"lack\w*", "absen(?:ce|t)", r"unacceptable", r"impossible", r"unable", r"unwilling", r"unsigned", r"unmet",
        r"snubbed", r"pull\w* out", r"withdr\w+", r"cancel\w*", r"suspend\w*", r"halt\w*", r"rather than",
    ),
    hedges=_words("about", "around", "possibly", "perhaps", "probably", "apparently", "by", "before", "until", "or so"),
    numbers={
        word: str(value)
        for value, word in enumerate(
            ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
        )
    },
    months=("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
)  # fmt: skip
"""English."""

CUE_WORDS = {"en": ENGLISH}
"""The lists by language."""
