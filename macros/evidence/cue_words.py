"""The words by which a clause of narrative shows that somebody said it, and others that its check looks for, by language.

For the cue of an attribution, see PARC (Pareti 2016): without a cue, a clause reads as our own claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.part_of_a_time import MONTHS
from macros.models.verb import Verb


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class CueWords:
    """The word lists of one language.

    Attributes:
        cues: Verbs of saying and thinking, and phrases such as "according to".
        speech: Verbs of saying, as a pattern. A name in front of one of them is that of a speaker.
        inverted: Verbs of saying that a speaker's name can follow, as in "said Name", as a pattern.
        view: Nouns for what somebody thinks or says, as a pattern: the view of a speaker.
        before_a_speaker: Phrases that a speaker's name follows directly, as a pattern.
        not_speaking: Words after which a name is not that of the speaker, as a pattern.
        refusing: Verbs of not taking part, as a pattern. A name in front of one of them is that of the actor that refuses.
        he: Pronouns for a person or a group, as a pattern.
        his: Possessive pronouns for a person or a group, as a pattern.
        it: Pronouns for a state or an institution, as a pattern.
        its: Possessive pronouns for a state or an institution, as a pattern.
        negations: Words that deny.
        denials: Words of a source that deny what follows. Narrower than `negations`, because a quotation may not leave them out.
        new_clause: Words at which what is denied ends, because another clause begins.
        reversals: Words that, inserted into somebody's words, make them untrue or doubtful.
        unsaid: Phrases that say that something is not said or not known.
        unknown: Those of them that say only that it is not known.
        hedges: Words that mark a date as not certain.
        part_of_a_time: Words for a part of a month or a year, which is more precise than the month.
        numbers: Numbers in words, with their values, and other words that count or name a day.
        units: What a number can count, by pattern, with the sign or word for it.
        months: The names of the months, in order.
        not_only_months: Those that are other words in lower case.
        before_a_number: Words before a number of four digits that is not a year, as a pattern.
    """

    cues: re.Pattern[str]
    speech: str
    inverted: str
    view: str
    before_a_speaker: str
    not_speaking: str
    refusing: str
    he: str
    his: str
    it: str
    its: str
    negations: re.Pattern[str]
    denials: re.Pattern[str]
    new_clause: frozenset[str]
    reversals: re.Pattern[str]
    unsaid: re.Pattern[str]
    unknown: re.Pattern[str]
    hedges: re.Pattern[str]
    part_of_a_time: re.Pattern[str]
    numbers: dict[str, str]
    units: dict[str, str]
    months: tuple[str, ...]
    not_only_months: tuple[str, ...]
    before_a_number: str


_OTHER_SPEECH = (
    r"reports?|reported|calls?(?! off)|called(?! off)|claims?|claimed|concludes?|concluded|describes?|described|admits?|admitted|testifies|testified|"
    r"recalls?|recalled|goes on|went on|maintains?|maintained|notes?|noted|points?|pointed|quotes?|quoted|relates?|related|replied|replies|"
    r"speaks?|spoke|objects?|objected|insists?|insisted|declares?|declared|informed|informs?|blames?|blamed|cites?|cited"
)
"""Verbs of saying that only narrative uses."""


def _forms(verbs: Iterable[Verb]) -> str:
    return "|".join(form for verb in verbs for form in verb.forms)


_SPEECH = f"{_forms(verb for verb in Verb if not verb.is_act and verb is not Verb.CALLED_ON)}|{_OTHER_SPEECH}"
_ACTS = _forms(verb for verb in Verb if verb.is_act)
_THOUGHT = (
    r"counts?|doubts?|doubted|expects?|expected|grants?|granted|holds?|lists?|listed|names?|named|"
    r"sees?|thinks?|thought|believes?|believed|rejects?|rejected"
)
_VIEW = r"views?|words?|account|opinion|reading|point"
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_OTHER_NUMBERS = (
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen", "dozens", "twice", "half", "doubled", "halved", "tripled",
)  # fmt: skip

ENGLISH = CueWords(
    cues=_words(
        _SPEECH, _ACTS, _THOUGHT, "according to", "in the words of", r"for (?:him|her|them)",
        rf"in (?:his|her|its|their|[\w’' -]+[’']s?) (?:{_VIEW})", r"by (?:his|her|its|their|[\w’' -]+[’']s?) (?:own )?account",
    ),
    speech=_SPEECH,
    # After the others, a name is that of whoever was spoken to.
    inverted=f"says?|said|{_forms(verb for verb in Verb if verb.closes and verb.before)}|reported",
    view=_VIEW,
    before_a_speaker=r"according to|in the words of|by the account of",
    not_speaking="about|against|unlike|contrary to|whom",
    refusing=r"declined|declines|refused|refuses|cancelled|cancels|pulled out|pulls out|called off|calls off|stayed away|stays away|withdrew|withdraws",
    he="he|she|they",
    his="his|her|their",
    it="it|they",
    its="its|their",
    negations=_words(
        "not", r"\w+n[’']t", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere",
        "hardly", "barely", "scarcely", "seldom", "rarely", r"avoid\w*", "far from",
        r"refus(?:e|es|ed|ing|al)", r"reject(?:s|ed|ing)?", r"declin\w+", r"den(?:y|ies|ied)", r"doubt(?:s|ed)?", r"object(?:s|ed)?", r"oppos(?:e|es|ed)",
        r"(?:stay|stays|stayed|staying) away", r"call\w* off", "was off", "is off", "be off",
        r"f[ae]ll(?:s|en)? through", r"fail\w*", r"lack\w*", "absen(?:ce|t)", "unacceptable", "impossible", "unable", "unwilling", "unsigned",
        "unmet", "snubbed", r"pull\w* out", "withdrew", "rather than", "standstill", "stand still", "stalled",
    ),
    denials=_words(
        r"(?<!or )not(?! (?:only|least|surprisingly|to mention)\b)", r"\w+n[’'‛ʻ]t", r"(?:do|does|did|is|was|were|are|wo|would|could|ca|should|has|have|had)nt",
        r"no(?! (?:doubt|matter|wonder|choice|less|fewer)\b)", "never", "none", "nobody", r"nothing(?! (?:is )?more\b)", "neither", "nor",
        r"without(?! (?:delay|doubt|exception|hesitation)\b)", r"cannot(?! but\b)", "nowhere", "hardly", "barely", "scarcely", "seldom", "rarely",
        r"refus(?:e|es|ed|ing) to", r"declin(?:e|es|ed|ing) to", r"fail(?:s|ed|ing)? to", r"den(?:y|ies|ied|ying)", r"reject(?:s|ed|ing)?",
        r"rul(?:e|es|ed|ing) out", r"call(?:s|ed|ing)? off", "far from", "unlikely to", "unable to", "unwilling to", "instead of", "rather than",
        r"stop(?:s|ped|ping)? short of", r"prevent(?:s|ed|ing)?", r"is (?:false|untrue|a lie) that", "so-called",
    ),
    new_clause=frozenset(
        ("because", "since", "and", "but", "than", "which", "who", "whom", "what", "how", "while", "although", "though", "as", "when", "where", "if")
    ),
    reversals=_words(
        "fake", "former", "ex", "liars?", "lies?", "lying", "dishonest(?:ly)?",
        r"false(?:ly)?", r"wrong(?:ly)?", r"alleged(?:ly)?", r"supposed(?:ly)?", r"purported(?:ly)?", "so-called", "untrue", "untruly",
        r"claim(?:s|ed|ing)?", r"pretend(?:s|ed|ing)?", "opposite", "contrary", "un", "in", "non", "anti", "dis", "mis",
    ),
    unsaid=_words(
        r"(?:do|does|did|could) not (?:\w+ )?(?:say|name|give|describe|quote|tell|explain|mention|identify|know|specify)",
        r"(?:says|said|gives|gave|quotes|quoted|names|named|mentions|mentioned|describes|is given|give|say|name|quote) (?:no|nothing|neither|nobody|none)\b",
        r"(?:is|are|was|were) not (?:\w+ )?(?:said|known|named|given|clear|reported|described|mentioned|established)",
        r"(?:neither|none|no) (?:\w+ ){1,3}(?:says?|said|gives?|gave|names?|named|explains?|explained|mentions?|mentioned|knows?|knew)",
        r"nobody (?:\w+ )?(?:knows?|knew|could know|says?|said)", r"(?:remains?|is|are|was|leaves? \w+|left) open", "unclear", "unknown", "nothing is said",
        r"without (?:\w+ )?(?:naming|saying|giving|quoting)",
    ),
    unknown=_words(r"(?:is|are|was|were) not (?:\w+ )?(?:known|established)", r"nobody (?:\w+ )?(?:knows?|knew|could know)", "unknown"),
    hedges=_words("about", "around", "possibly", "perhaps", "probably", "apparently", "by", "before", "until", "or so", "between", r"or (?:after|earlier|later)"),
    part_of_a_time=_words("early", "mid", "late", r"(?:at )?(?:the )?(?:end|beginning|start|middle|(?:first|last) (?:half|days|week)|second half) of"),
    numbers={
        **{word: str(value) for value, word in enumerate(_NUMBERS, start=2)},
        **{word: str(value) for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
        **{word: word for word in _OTHER_NUMBERS},
    },
    units={
        "per ?cent(?!age)": "%", "minutes?": "minute", "hours?": "hour", "days?": "day", "weeks?": "week", "months?": "month", "years?": "year",
        "dollars?": "$", "euros?": "€", "pounds?": "£", "roubles?|rubles?": "₽",
    },
    months=MONTHS,
    not_only_months=("March", "May"),
    before_a_number=r"resolutions?|sections?|articles?|laws?|decrees?|regulations?|orders?|flight|number|no\.|nos\.|page|pp?\.",
)  # fmt: skip
"""English."""

CUE_WORDS = {"en": ENGLISH}
"""The lists by language."""
