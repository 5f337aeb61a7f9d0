"""The check of neutral words: no word that takes a side is our own, in any spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.evidence.folding import folded, pattern_of
from macros.evidence.quotations import without_quotations
from macros.models.actor import Actor
from macros.models.kinds import FILE_KINDS
from macros.models.references import Name, Verbatim, marked_fields
from macros.models.source import NoteKind
from macros.problems.problem import Problem
from macros.validation.context import CheckContext
from macros.validation.texts import our_texts


def _names_with_a_note(actors: Iterable[Actor]) -> re.Pattern[str]:
    """The names of actors whose entry tells the reader that the name is disputed."""
    noted = [actor for actor in actors if any(note.kind is NoteKind.NAME for note in actor.notes)]
    names = {name for actor in noted for name in (actor.name, actor.short, *actor.metonyms, *actor.spellings)}
    names |= {role.title for actor in noted for role in actor.roles}
    spelt = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE)


def no_loaded_word_is_ours(context: CheckContext) -> Iterator[Problem]:
    """Outside quotations and titles of works, no text has a loaded word. A name may have one if its actor has a note on it."""
    entries = [(entry, pattern_of(entry.word)) for entry in context.dossier.loaded_words]
    some = re.compile("|".join(pattern.pattern for _, pattern in entries) or "(?!)")
    noted = _names_with_a_note(context.dossier.actors)
    for raw in context.raw:
        names = marked_fields(FILE_KINDS[raw.kind].model, Name)
        for path, text in our_texts(raw, Verbatim) if raw.kind != "loaded_words" else ():
            # Nothing verifies a quotation in a name.
            is_name = not names.isdisjoint(path)
            stretches = [folded(noted.sub(" ", one)) for one in ([text] if is_name else without_quotations(text))]
            for stretch in filter(some.search, stretches):
                for entry in (entry for entry, pattern in entries if pattern.search(stretch)):
                    hint = f"write {entry.instead}, or quote it"
                    if is_name and raw.kind == "actors":
                        hint = "if it is part of an official name, add a note of the kind 'name', which says whose word it is"
                    yield raw.problem(f"'{entry.word}' takes a side", *path, hint=hint)
