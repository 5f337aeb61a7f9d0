"""The words by which `speakers` finds who speaks in an English report, as patterns."""

from __future__ import annotations

import re

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*"
NAME = rf"{_CAPITAL}(?:\s(?:(?:de|del|della|der|den|van|von|al|el|bin|ibn|da|dos|du|la|le)\s)*{_CAPITAL})*"
"""A name: words with capitals, and the small words between them."""

TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "president", "minister", "prime",
    "foreign", "vice", "vice-president", "deputy", "premier", "chancellor", "secretary", "general", "governor",
    "mayor", "senator", "sen", "rep", "gov", "gen", "col", "capt", "maj", "lt", "sgt", "king", "queen", "prince",
    "princess", "pope", "bishop", "archbishop", "ambassador", "commissioner", "chairman", "chairwoman", "chief",
    "judge", "justice", "congressman", "congresswoman", "speaker", "spokesman", "spokeswoman", "spokesperson",
    "analyst", "director", "former", "acting", "interior", "defence", "defense", "finance", "state", "attorney",
    "police", "detective", "officer", "inspector", "sheriff", "coach", "captain", "leader", "mp",
    "editor", "reporter", "executive", "supervisor", "reverend"
})  # fmt: skip
"""Words before a name that do not belong to it."""

UNNAMED = re.compile(
    r"(?:someone|somebody)\b.*|"
    r"(?:(?:a|an|one|another|two|three|four|five|several|some|many|other|most|both|unnamed|senior|\d+)\s)+(?:[\w’'-]+\s){0,5}?"
    r"(?P<who>sources?|officials?|diplomats?|people|person|residents?|witness(?:es)?|experts?|analysts?|spokes(?:man|woman|person|people)|"
    r"activists?|soldiers?|doctors?|members?|researchers?|scientists?|lawmakers?|ministers?|aides?|\w+s)\b.*"
)
"""Somebody whom a report counts or describes, but does not name."""

GROUP = re.compile(
    r"\b(?:sources?|officials?|diplomats?|residents?|witness(?:es)?|experts?|analysts?|spokes(?:man|woman|person|people)|authorities|"
    r"activists?|soldiers?|doctors?|members?|researchers?|scientists?|lawmakers?|ministers?|ministry|aides?|relatives|others|military|army|navy|assembly|parliament|council|neighbou?rs|organi[sz]ers|police|troops|forces|government|"
    r"media|investigators?|prosecutors?|lawyers?|leaders?|critics|supporters|report|statement|study|survey|agency|company|data|figures)$"
)
"""The last word of a phrase for people or an institution without a name."""

ALSO_SAID = (
    r"indicat(?:es|ed)|identif(?:ies|ied)|estimat(?:es|ed)|suggest(?:s|ed)|urg(?:es|ed)|acknowledg(?:es|ed)|reveal(?:s|ed)|express(?:es|ed)|emphasi[sz](?:es|ed)|"
    r"comment(?:s|ed)|tweet(?:s|ed)|respond(?:s|ed)|caution(?:s|ed)|quip(?:s|ped)|hop(?:es|ed)|fear(?:s|ed)|believes?|believed|thinks?|thought|"
    r"admit(?:s|ted)|alleg(?:es|ed)|remark(?:s|ed)|observ(?:es|ed)|clarif(?:ies|ied)|reiterat(?:es|ed)|vow(?:s|ed)|pledg(?:es|ed)|"
    r"criticis(?:es|ed)|criticiz(?:es|ed)|condemn(?:s|ed)|praised?|welcom(?:es|ed)|demand(?:s|ed)|insist(?:s|ed)|propos(?:es|ed)|"
    r"agree[sd]?|reject(?:s|ed)|declin(?:es|ed)|refus(?:es|ed)|recall(?:s|ed)|joked|replied|wondered|concluded"
)
"""More verbs after which a report gives what somebody said or thinks. Narrative does not use them."""
NOT_SAID = (
    r"(?!(?:state|states|report|reports|claim|call|calls|point|points|note|notes|quote|quotes|name|names|list|lists|promise|hold|speak|comments|fears|hopes|demands|estimates|remarks|praise|alleged)\b)"
    r"(?!(?:announced|reported|described|named|cited|quoted|called|listed|written|expected|told|recalled|proposed|estimated)\s(?:in|by|at|as|from|to\sbe)\b)"
    r"(?!(?:goes|went)\son\sto\s(?!add|argue|explain|say|tell)\w)"
)
"""Verbs that are nouns too, and participles that belong to the noun before them: "deaths announced in"."""
SOMEBODY = (
    r"(?:an?|one|two|three|several)\s(?:[\w-]+\s){0,3}"
    r"(?:spokes\w+|officials?|sources?|witness(?:es)?|residents?|diplomats?|experts?|analysts?|aides?|\w+(?:er|or|ist|ian|man|woman|ant|ent|ive)s?)\b[^,;:.\ufffc]{0,50}"
)
"""An unnamed speaker behind a verb: said a spokeswoman for the port."""

ROLE_BETWEEN = re.compile(
    rf"\s(?:{'|'.join(sorted(TITLES))}|nominee|candidate|member|manager|owner|founder|head|boss)\s(?={_CAPITAL}\s{_CAPITAL})"
)
"""What somebody is, between the name of a body and that of the person: "White House nominee Ann Roe"."""

ASKED = re.compile(rf"\basked\s(?:the\s)?({NAME})")
"""Who is asked, and so answers in the next sentence."""

OCCUPATION = re.compile(r"[A-Z][a-z]+(?:ographer|ologist|onomist|ysicist)")
"""A word for what somebody does, before a name."""

INSTITUTION = re.compile(
    r"(?i)\b(?:ministry|department|agency|office|committee|council|union|party|university|school|association|administration|"
    r"organi[sz]ation|bank|institute|cent(?:er|re)|court|commission|federation|service|authority|fund|house|bureau|academy|college)$"
)
"""The last word of a name that goes on with a preposition: the School of Law."""

OF_SOMETHING = re.compile(
    rf"(?P<name>{NAME})\s(?:of|at|with|from|for)\s(?:the\s)?{NAME}(?:\s(?:of|for)\s(?:the\s)?{NAME})*"
)
"""A name, and the institution or place of its bearer."""

JOINT = re.compile(
    rf"(?:[Bb]oth\s)?((?:the\s)?{NAME})\sand\s((?:the\s)?{NAME})|([A-Z]?[a-z]+s)\sand\s((?:[a-z]+\s)?[a-z]+s)"
)
"""Two who say something together."""

SEVERAL = rf"(?:[Tt]he\s)?{NAME}(?:,\s(?:the\s)?{NAME})+,?\sand\s(?:the\s)?{NAME}"
"""Three or more who say something together."""

THING = re.compile(r"\b(?:agreement|deal|treaty|accord|pact|truce|cease-?fire|plan|law|bill|vote|decision|move)$")
"""What promises or tells something, but is nobody."""

POSSESSIVE = re.compile(r"(?i)^(?:his|her|its|their|our|my)\s")
"""A word that means somebody else, whom a reader of the role does not see."""

FAR_APPOSITION = r"(?:an?|the|who|author|head|co-author|editor|director|chair|spokes\w+)\s(?:(?!,\sand\s|\b(?:said|told|says|who)\b)[^;:]){2,120}"
"""Who somebody is after a name and a comma, up to the verb: the title of a book may stand in it."""

APPOSITION = r"(?:,\s(?P<role>(?:an?|the)\s[^,;:.\ufffc]{3,90}))?"
"""Who somebody is, between commas after a name."""

PRONOUN = re.compile(r"(?i)\b(?:he|she|they|it|who|which)$")
"""A pronoun at the end of a phrase."""

WEEKDAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
"""Days that often stand between a name and its verb."""

BETWEEN = rf"(?:\s(?:also|later|then|since|has|have|had|earlier|previously|repeatedly|again|(?:can|could) be heard|was heard|(?:this|last) (?:week|month|year)|today|yesterday|further|recently|(?!(?:assembly|family|ally|monopoly|anomaly)\b)[a-z]+ly|on {WEEKDAYS}|{WEEKDAYS}))*\s"
"""What may stand between a name and its verb."""

NOT_PEOPLE = frozenset({
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "The", "A", "An",
    "In", "On", "At", "But", "And", "However", "Meanwhile", "Asked", "If", "When", "While", "After", "Before",
    "As", "That", "This", "These", "Those", "There", "It", "He", "Nobody", "Somebody", "Someone", "Everybody",
    "Everyone", "Anybody", "Neither", "Both", "She", "They", "We", "I", "You", "What", "Why", "How", "Yes", "No",
    "Not", "Still", "Then", "Instead", "Though", "Although", "Yet", "Now", "Later", "Earlier", "Also", "Here", "So", "Or",
    "For", "With", "To", "By", "From", "Under", "Since", "Of", "His", "Her", "Its", "Their", "Our", "My"
})  # fmt: skip
"""Words that have a capital, but are no names."""

HONORIFICS = frozenset(["mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady"])
"""Polite forms, which are no roles."""

LONGEST_ROLE = 7
"""The dossier may not copy eight words of the article."""
ARTICLES = frozenset({
    "the", "a", "an", "some", "many", "several", "other", "two", "three", "four", "five", "senior", "local"
})  # fmt: skip
"""Words with which a phrase for people begins."""

QUOTED = "\ufffc"
"""The sign that stands in place of a quotation."""
