"""Falsifications of the words of single records: loaded words in disguise, hindsight, other dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle

from macros.evidence.cue_words import ENGLISH
from macros.loading.yaml_text import FieldPath
from macros.models.kinds import FILE_KINDS
from macros.models.references import Name, marked_fields
from macros.models.source import Layer
from macros.validation.paraphrases import PARAPHRASED
from tests.seed_edits import Mutant, SeedFile, edit, scalars
from tests.uncatchable import NUMBER_OF_A_REPORT

_OURS = {"text", "remark", "explanation", "warrant", "because", "weakest", "assessment", "description"}
_LATER = ("28 February {0}", "February 28, {0}", "{0}-02-28", "the 28th of February {0}", "28 Feb. {0}", "28/02/{0}",
          "28\u00a0February\u00a0{0}", "February {0}", "mid-{1}")  # fmt: skip
_MONTHS = "|".join(ENGLISH.months)
_NUMBER = rf"\b(?:{'|'.join(ENGLISH.numbers)}|\d+(?:,\d+)*)\b"


def _disguised(word: str) -> Iterator[str]:
    first, rest = word[0], word[1:]
    yield from (
        f"{word}s",
        f"{word}’s",
        f"{first}{rest[0]}\u0301{rest[1:]}",
        f"{first}-{rest}",
        f"_{word}_",
        word.upper(),
    )
    yield from (
        word.replace(latin, twin)
        for latin, twin in zip("aeio", "\u0430\u0435\u0456\u043e", strict=True)
        if latin in word
    )


def disguised_words(file: SeedFile, word: str) -> Iterator[Mutant]:
    """Adds a loaded word to each of our texts in another spelling, and to each name, role and affiliation."""
    forms = cycle(_disguised(word))
    names = marked_fields(FILE_KINDS[file.kind].model, Name)
    for path, text in scalars(file.tree.value):
        if path[-1] in {"says", *_OURS} and "“" not in text:
            yield from edit("loaded word disguised", file, path, text, f"{text} {next(forms)}")
        # The name of a list stands before the number of its item.
        elif not names.isdisjoint(path[-2:]):
            yield from edit("loaded word in a name", file, path, text, f"{text} {next(forms)}")


def _is_of_later_layer(file: SeedFile, path: FieldPath) -> bool:
    record = file.records[path[0]] if path and isinstance(path[0], int) else {}
    layer = record.get("layer") if isinstance(record, dict) else None
    return Layer.AFTERWARDS in {layer, FILE_KINDS[file.kind].layer}


def hindsight(file: SeedFile, year: int) -> Iterator[Mutant]:
    """Adds what came later to each of our texts, with its date in another form each time."""
    forms = cycle(_LATER)
    for path, text in scalars(file.tree.value):
        if path[-1] in _OURS and not _is_of_later_layer(file, path):
            later = next(forms).format(year + 1, year + 2)
            yield from edit("hindsight added", file, path, text, f"{text} It was over by {later}")


def _replaced(file: SeedFile, path: FieldPath, pattern: str, new: str) -> Iterator[str]:
    """The texts with one match of a pattern replaced, outside quotations."""
    text = next(one for where, one in scalars(file.tree.value) if where == path)
    for found in re.finditer(pattern, re.sub("“[^”]*”", lambda quoted: "“" * len(quoted.group()), text)):
        if found.group() != new:
            yield text[: found.start()] + new + text[found.end() :]


def false_paraphrases(file: SeedFile) -> Iterator[Mutant]:
    """Changes each day, month, year, part of a time and number in our words for what a source says."""
    is_report = file.kind in {"checks", "later_facts"}
    if not is_report and file.kind not in {"statements", "events"}:
        return
    changes = [
        ("day of a paraphrase changed", rf"\b\d{{1,2}}(?= (?:{_MONTHS})\b)", "31"),
        ("month of a paraphrase changed", rf"\b(?:{_MONTHS})\b", "February"),
        ("year of a paraphrase changed", r"\b[12]\d{3}\b", "1875"),
        ("number of a paraphrase changed", rf"{_NUMBER}(?! (?:{_MONTHS}))(?<!\b[12]\d\d\d)", "713"),
        ("unit of a time of a paraphrase changed", r"(?<=\w )(?:weeks|months|years)\b", "days"),
        ("part of a time of a paraphrase changed", rf"\b(?:late|end|beginning)(?=(?: of)? (?:{_MONTHS})\b)", "middle"),
    ]
    for path, text in scalars(file.tree.value):
        for operator, pattern, new in changes if path[-1] in PARAPHRASED else ():
            for false in _replaced(file, path, pattern, new):
                is_beyond = is_report and operator.split()[0] in {"number", "part", "unit"}
                yield from edit(NUMBER_OF_A_REPORT if is_beyond else operator, file, path, text, false)
