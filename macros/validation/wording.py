"""Checks of our texts: quotations are in their passages, and no sentence is borrowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex
from pydantic import BaseModel

from macros.evidence.copying import borrowed_runs
from macros.evidence.placing import phrases_of
from macros.evidence.quotations import Quotation, quotations_in
from macros.evidence.verification import check_quotation
from macros.evidence.words import RULE, UNSPACED
from macros.loading.raw import RawRecord
from macros.loading.yaml_text import FieldPath, Value
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.references import EACH, Name, Pattern, Verbatim, contained, own_references, references
from macros.models.source import Extent, Passage
from macros.models.statement import Statement
from macros.problems.problem import Problem, shortened
from macros.validation.context import CheckContext
from macros.validation.references import texts_at
from macros.validation.texts import our_texts

Named = dict[str, list[str]]
"""The passages that a text rests on, by source."""


def _passages_of(dossier: Dossier, names: Iterable[str]) -> Named:
    named: Named = {}
    for name in names:
        statement = dossier.statement.get(name)
        if statement:
            named.setdefault(statement.source, []).extend(statement.passages)
    return named


def _holders(raw: RawRecord, path: FieldPath) -> Iterator[tuple[dict[str, Value], type[BaseModel]]]:
    """Every set of fields that contains a text, with its model, the innermost first."""
    models = dict(contained(FILE_KINDS[raw.kind].model))
    for end in range(len(path), -1, -1):
        holder = raw.value
        for step in path[:end]:
            holder = holder[step]  # type: ignore[index]
        pattern = _pattern(path[:end])
        model = models.get(pattern) if pattern else FILE_KINDS[raw.kind].model
        if isinstance(holder, dict) and model:
            yield holder, model


def _named_passages(dossier: Dossier, raw: RawRecord, path: FieldPath) -> Named:
    """The passages for a text: those named by the innermost part of the record that contains the text and names any."""
    for holder, model in _holders(raw, path):
        if model is Passage:
            return {raw.id: [str(holder.get("address"))]}
        if model is Statement and isinstance(holder.get("passages"), list):
            return {str(holder.get("source")): [str(address) for address in holder["passages"]]}
        names = [
            name
            for reference in own_references(model)
            if "statements" in reference.ref.kinds
            for _, name in texts_at(holder, reference.pattern)
        ]
        if found := _passages_of(dossier, names):
            return found
    return {}


_OTHER_MARKS = re.compile(
    r"""(?<![\w=])"[^"<>=]++"|[«»„‟‹›❝❞〝〞「」『』｢｣＂❮❯⟪⟫‚]|&quot;|``|‘(?:[^‘’]|(?<=\w)’(?=\w))*+’|(?<!\w)'(?=\w)(?:[^'<>]|(?<=\w)'(?=\w))*+'(?!\w)"""
)
"""Quotations in marks other than “ and ”."""

_GLUED = regex.compile(rf"(?V1)[[\w]--[{UNSPACED}]]“|”[[\w]--[{UNSPACED}]]")


def _problems_of_marks(text: str) -> Iterator[tuple[str, str]]:
    # A single word in single marks is only named, not quoted. An apostrophe is not a mark.
    # Marks inside a quotation are those of the source.
    ours = re.sub("“[^“”]*”", "“”", text)
    others = (found.group() for found in _OTHER_MARKS.finditer(ours))
    other = next((quoted for quoted in others if quoted[0] not in "‘'" or len(quoted.split()) > 1), None)
    if other:
        yield (
            f"quotation marks other than “ and ” are used: {shortened(other)}",
            "only a quotation between “ and ” is verified",
        )
    marks = re.sub("[^“”]", "", text)
    if marks.replace("“”", ""):
        yield "a quotation mark is not paired", "a quotation starts with “ and ends with ”"
    elif _GLUED.search(text):
        yield "a space is missing next to a quotation", ""


def quotation_marks_are_those_that_are_verified(context: CheckContext) -> Iterator[Problem]:
    """Quotations are between “ and ”, because only those are verified against their source."""
    for raw in context.raw:
        for path, text in our_texts(raw, Verbatim, Name):
            for message, hint in _problems_of_marks(text):
                yield raw.problem(message, *path, hint=hint)


def _pattern(path: FieldPath) -> Pattern:
    return tuple(EACH if isinstance(step, int) else step for step in path)


def _is_narrative(raw: RawRecord, path: FieldPath) -> bool:
    found = references(FILE_KINDS[raw.kind].model)
    return any(one.is_cited and one.pattern[:-1] == _pattern(path) for one in found)


def _quotations(dossier: Dossier, raw: RawRecord, path: FieldPath, text: str) -> list[Quotation]:
    """The quotations in a text. Those in the content of a statement follow its verb."""
    # The rules of narrative compare each quotation with the passages of the records cited beside it.
    if _is_narrative(raw, path):
        return []
    statement = dossier.statement.get(raw.id) if path == ("says",) and FILE_KINDS[raw.kind].model is Statement else None
    return [one.following(statement.telling_verb if statement else "") for one in quotations_in(text)]


def quotations_stand_in_their_passages(context: CheckContext) -> Iterator[Problem]:
    """The text between “ and ” is word for word in a passage that the record names."""
    for raw in context.raw:
        for path, text in our_texts(raw, Verbatim, Name):
            for quotation in _quotations(context.dossier, raw, path, text):
                named = _named_passages(context.dossier, raw, path)
                # If a fingerprint is missing or follows an older rule, another check reports that once, for the source.
                prints = context.dossier.fingerprint
                known = {s: a for s, a in named.items() if s in prints and prints[s].rule == RULE}
                if named and not known:
                    excerpts = [s for s in named if context.dossier.source[s].read is Extent.EXCERPT]
                    if excerpts:
                        message = (
                            f"the quotation {quotation} cannot be verified: '{excerpts[0]}' was read only in excerpt"
                        )
                        yield raw.problem(message, *path, hint="paraphrase it until the source is read in full")
                    continue
                if not known:
                    hint = "name the statement that it comes from, or remove the quotation marks"
                    yield raw.problem(f"no passage is named for the quotation {quotation}", *path, hint=hint)
                    continue
                findings = [
                    check_quotation(quotation, a, prints[s], phrases_of(context.dossier, s)) for s, a in known.items()
                ]
                finding = None if None in findings else findings[0]
                if finding:
                    yield raw.problem(finding.message, *path, hint=finding.hint)


def no_sentence_is_borrowed(context: CheckContext) -> Iterator[Problem]:
    """Outside quotations, none of our texts has eight words in a row that are also in a source."""
    for raw in context.raw:
        for path, text in our_texts(raw, Verbatim, Name):
            for fingerprint in context.dossier.fingerprints:
                for run in borrowed_runs(text, fingerprint):
                    hint = "use your own words, or quote a part of it"
                    message = f"'{run.words}' is also in {run.address} of {run.source}"
                    yield raw.problem(message, *path, hint=hint)
