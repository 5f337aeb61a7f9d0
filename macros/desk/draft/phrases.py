"""Takes phrases for people apart: names, titles, and under what a later mention is found."""

from __future__ import annotations

import re

from macros.desk.draft.speaker_words import HONORIFICS, NOT_PEOPLE, OCCUPATION, TITLES


def person(name: str) -> str:
    """A name without the titles before it, and without a word that has a capital only because a sentence begins with it."""
    parts = name.split()
    owners = [index for index, part in enumerate(parts[:-1]) if re.search(r"(?:[’']s|s[’'])$", part)]
    parts = parts[owners[-1] + 1 :] if owners else [re.sub("[’']s$", "", part) for part in parts]
    while parts and parts[0] in NOT_PEOPLE:
        parts = parts[1:]
    # The last word is a name even if it is a title too, such as King.
    titles = [
        index
        for index, part in enumerate(parts[:-1])
        if part.strip(".").lower() in TITLES or OCCUPATION.fullmatch(part)
    ]
    found = " ".join(parts[titles[-1] + 1 :] if titles else parts).rstrip(".,")
    return "" if found.lower() in HONORIFICS else found


def title(name: str) -> str:
    """The titles before a name, with what belongs to them: "City Mayor"; empty if there is only a polite form."""
    before = name.rstrip(".,").removesuffix(person(name)).split()
    before = before[1:] if before and before[0] in NOT_PEOPLE else before
    if before and re.search(r"(?:[’']s|s[’'])$", before[-1]):
        # Whose somebody is, is no title: "Harbour Lines' Bill Blake".
        return ""
    return " ".join(before) if any(part.strip(".").lower() not in HONORIFICS for part in before) else ""


def key_of(name: str) -> str:
    """What later mentions have in common with the first one: the last name."""
    return name.split()[-1].casefold() if name[:1].isupper() and len(name.split()) < 5 else name.casefold()


def lowered(who: str) -> str:
    """A phrase without the capital of a sentence's first word. A name keeps its own: Orvany's minister, U.S. officials."""
    is_name = re.match(r"[\w-]+(?:[’']s|s’)\s", who) or re.match(r"[A-Z][A-Z.]", who)
    return who if is_name else who[:1].lower() + who[1:]
