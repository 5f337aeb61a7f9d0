"""Falsifications of single characters: in quotations, in borrowed sentences, inside words and in addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import cycle
from urllib.parse import urlsplit

from macros.evidence.cue_words import ENGLISH
from macros.evidence.quotations import quotations_in
from tests.seed_edits import Mutant, SeedFile, edit, scalars

_LOOKALIKES = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_OUR_TEXTS = {
    "says",
    "text",
    "remark",
    "explanation",
    "question",
    "summary",
    "assessment",
    "name",
    "short",
    "title",
    "role",
}


def _instead(quotation: str) -> Iterator[tuple[str, str]]:
    """What is done to a quotation, and the quotation after it."""
    words = quotation.split()
    middle = len(words) // 2
    yield "question mark added to a quotation", f"{quotation}?"
    yield "full stop put into a quotation", " ".join((*words[:middle], f"{words[middle]}.", *words[middle + 1 :]))
    yield "capitals of a quotation changed", quotation.replace(words[middle], words[middle].swapcase(), 1)
    for found in re.finditer(r"(?<=\w)[’'](?=\w)", quotation):
        yield "apostrophe of a quotation left out", quotation[: found.start()] + quotation[found.end() :]
    for found in re.finditer(r"\d+", quotation):
        for new in (f"-{found.group()}", f"${found.group()}", f"{found.group()}%", f"{found.group()},5"):
            yield "number of a quotation changed", quotation[: found.start()] + new + quotation[found.end() :]
    for found in ENGLISH.negations.finditer(quotation):
        for new in ("…", "[surely]"):
            yield "denial left out of a quotation", quotation[: found.start()] + new + quotation[found.end() :]


def changed_quotations(file: SeedFile) -> Iterator[Mutant]:
    """Changes the meaning of each quotation, except in titles of works and in quotations that cannot be verified."""
    for path, text in scalars(file.tree.value):
        for quotation in () if path[-1] in {"title", "fragment"} else quotations_in(text):
            for operator, new in _instead(quotation.text):
                yield from edit(operator, file, path, str(quotation), f"“{new}”")


def hidden_borrowing(file: SeedFile, phrase: str) -> Iterator[Mutant]:
    """Adds words of the source to each of our texts, with accents, with marks, or with quotation marks around the middle."""
    words = phrase.split()
    accented = re.sub("[aeo]", lambda vowel: unicodedata.normalize("NFC", f"{vowel.group()}\u0301"), phrase)
    halves = f"“{' '.join(words[:3])}” {' '.join(words[3:])}" if len(words) > 10 else accented
    for path, text in scalars(file.tree.value):
        if path[-1] in {"remark", "explanation", "warrant", "weakest"} and "“" not in text:
            for new in dict.fromkeys((accented, "-".join(words), halves)):
                yield from edit("sentence borrowed in disguise", file, path, text, f"{text} {new}")


def odd_characters(file: SeedFile) -> Iterator[Mutant]:
    """Puts an invisible character, or a letter of another alphabet, into a word of the first text of each record."""
    seen = set()
    for path, text in scalars(file.tree.value):
        found = re.search(r"(?<=[a-z]{2})[aceopxy](?=[a-z])", text)
        if found and path[-1] in _OUR_TEXTS and path[0] not in seen:
            seen.add(path[0])
            for operator, new in (
                ("invisible character in a word", f"\N{SOFT HYPHEN}{found.group()}"),
                ("letter of another alphabet in a word", found.group().translate(_LOOKALIKES)),
            ):
                changed = text[: found.start()] + new + text[found.end() :]
                yield from edit(operator, file, path, text, changed)


def lying_addresses(file: SeedFile) -> Iterator[Mutant]:
    """Hides the host of each address, in one of several ways in turn."""
    addresses = [(path, urlsplit(text).netloc) for path, text in scalars(file.tree.value) if path[-1] == "url"]
    ways = cycle(("{}:x@evil.example", "0x7f.1", "{}:99999", ""))
    for (path, host), way in zip(addresses, ways, strict=False):
        yield from edit("host of an address hidden", file, path, host, way.format(host) or host.translate(_LOOKALIKES))
