"""Plants falsifications over a whole dossier and counts how many the checks catch: `nox -s mutants`.

Each mutant is one edit of one seed file, as a hurried or a dishonest editor could make it. It is caught when the
build fails with a line that names the place of the edit, or the record that was taken away. Some falsifications
no check can catch, because only a reader of the source can judge them; they are planted too, and listed with the reason.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from macros.evidence.copying import LONGEST_RUN
from macros.evidence.quotations import quotations_in
from macros.loading import folder as reading
from macros.loading.folder import seeds_folder
from macros.loading.problem import DossierError
from macros.loading.yaml_text import Path as FieldPath
from macros.loading.yaml_text import Tree, Value, read_yaml
from macros.validation.open import open_dossier
from macros.validation.references import REFERENCES, _texts_at

_SAME_EXCERPT = "date of a report swapped for another that its source gives"
_SWAPPED = "statement of a position swapped for another by the same speaker"

BEYOND = {
    "kind of a statement changed": "whether a sentence is a report or an assessment is a reader's judgement",
    "answer to a critical question changed": "how far an argument meets a question is the editors' judgement",
    _SAME_EXCERPT: "which of two dates of an excerpt belongs to a report only its reader can tell",
    _SWAPPED: "which words bear on an issue is a judgement",
    "meaning of a paraphrase turned round": "no check reads; quotations and dates are verified, the rest is the editors'",
    "relation of a check or a later fact changed": "whether a report agrees or differs is a reader's judgement",
    "word of an unverified quotation altered": "its source was seen in excerpt, and the page says so beside the quotation",
}
"""Falsifications that no check can catch, with the reason."""


@dataclass(frozen=True)
class Mutant:
    """One falsification: the whole new text of one file, and what a line that catches it must contain."""

    operator: str
    file: str
    text: str
    traces: tuple[str, ...]


@dataclass(frozen=True)
class SeedFile:
    """One file of the dossier with its tree."""

    name: str
    kind: str
    text: str
    tree: Tree

    @property
    def records(self) -> list[Value]:
        """The records of the file; the cover is one."""
        return self.tree.value if isinstance(self.tree.value, list) else [self.tree.value]

    def line(self, *path: str | int) -> int:
        """The line of a value, from 1."""
        return self.tree.places.of_value(self.at(*path)).line

    def at(self, *path: str | int) -> FieldPath:
        """The path from the root of the file."""
        return path if isinstance(self.tree.value, list) else path[1:]

    def replaced(self, path: FieldPath, old: str, new: str) -> str | None:
        """The text with a scalar replaced where it stands; None where it is not written plainly."""
        place = self.tree.places.of_value(path)
        lines = self.text.splitlines(keepends=True)
        head, tail = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
        if old not in tail:
            return None
        lines[place.line - 1] = head + tail.replace(old, new, 1)
        return "".join(lines)

    def without(self, first: int, last: int) -> str:
        """The text without some lines, counted from 1, the last one kept."""
        lines = self.text.splitlines(keepends=True)
        return "".join(lines[: first - 1] + lines[last - 1 :])


def _files(folder: Path) -> list[SeedFile]:
    files = []
    for path in sorted(folder.rglob("*.yml")):
        if path.stem == "guards":
            continue  # the counts themselves
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(folder).as_posix()
        kind = path.parent.name if path.parent != folder else path.stem
        files.append(SeedFile(name, kind, text, read_yaml(text, name)))
    return files


def _scalars(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _scalars(item, (*path, index))
    else:
        for key, item in value.items():
            yield from _scalars(item, (*path, key))


def _edit(operator: str, file: SeedFile, path: FieldPath, old: str, new: str, *traces: str) -> Iterator[Mutant]:
    text = file.replaced(path, old, new)
    if text is not None and text != file.text:
        yield Mutant(operator, file.name, text, (f"{file.name}:{file.tree.places.of_value(path).line}", *traces))


def altered_quotations(file: SeedFile) -> Iterator[Mutant]:
    """Each word of each quotation in turn, but for titles of works and what nothing can verify."""
    for path, text in _scalars(file.tree.value):
        if path[-1] in {"title", "fragment"}:
            continue
        for quotation in quotations_in(text):
            for word in quotation.split():
                new = quotation.replace(word, "falsified", 1)
                yield from _edit("word of a quotation altered", file, path, f"“{quotation}”", f"“{new}”")


def borrowed_sentences(file: SeedFile, phrase: str) -> Iterator[Mutant]:
    """Words of the source without quotation marks, in each text of ours."""
    if file.kind in {"fingerprints", "loaded_words"}:
        return
    for path, text in _scalars(file.tree.value):
        field = path[-1]
        if " " in text and field in {
            "says",
            "text",
            "remark",
            "explanation",
            "warrant",
            "because",
            "weakest",
            "question",
            "assessment",
            "summary",
        }:
            last = text.split()[-1]
            if "“" not in text and text.count(last) == 1:
                yield from _edit("sentence borrowed", file, path, text, f"{text} {phrase}")


def _given(file: SeedFile, path: FieldPath, dates: dict[str, set[str]]) -> set[str]:
    """Every date that the sources of a check or a later fact give."""
    record = file.records[int(path[0])]
    names = record.get("sources", []) if isinstance(record, dict) else []
    return set().union(*(dates.get(str(name), set()) for name in names)) if path[-1] in {"date", "dating"} else set()


def shifted_dates(file: SeedFile, dates: dict[str, set[str]]) -> Iterator[Mutant]:
    """Each date moved by a day, a month or a year."""
    if file.kind in {"dossier", "actors", "aftermath"}:
        return
    for path, text in _scalars(file.tree.value):
        if path[-1] not in {"issued", "accessed"} and re.fullmatch(r"/?\d{4}(-\d\d){0,2}[~?%]?", text):
            for pattern, new in (
                (r"(\d)(?=[~?%]?$)", lambda m: str((int(m[1]) + 1) % 9 or 9)),
                (r"^/?\d{4}", lambda m: m[0][:-4] + "2022"),
            ):
                moved = re.sub(pattern, new, text, count=1)
                operator = _SAME_EXCERPT if moved in _given(file, path, dates) else "date shifted"
                yield from _edit(operator, file, path, text, moved)


def swapped_speakers(file: SeedFile, actors: list[str]) -> Iterator[Mutant]:
    """Each speaker of each chain, and each voice of each passage, replaced by another actor."""
    for path, text in _scalars(file.tree.value):
        if path[-1] == "speaker" or "voices" in path or "told_by" in path:
            other = next(actor for actor in actors if actor != text)
            yield from _edit("speaker swapped", file, path, text, other)


def dropped_levels(file: SeedFile) -> Iterator[Mutant]:
    """Each level of each chain taken out."""
    if file.kind != "statements":
        return
    for number, record in enumerate(file.records):
        chain = record.get("chain", []) if isinstance(record, dict) else []
        for index in range(len(chain)):
            begin = file.line(number, "chain", index)
            places = file.tree.places
            end = (
                file.line(number, "chain", index + 1) if index + 1 < len(chain) else places.keys[(number, "mode")].line
            )
            first = begin - 1 if len(chain) == 1 else begin
            assert isinstance(record, dict)
            yield Mutant(
                "level of a chain dropped", file.name, file.without(first, end), (f"statement {record['id']}:",)
            )


def dangling_ids(file: SeedFile) -> Iterator[Mutant]:
    """Each id that names another record misspelt."""
    for number, record in enumerate(file.records):
        for pattern, _ in REFERENCES.get(file.kind, ()):
            for path, text in _texts_at(record, pattern):
                if text not in {"silent", "unknown"}:
                    yield from _edit("id misspelt", file, file.at(number, *path), text, f"{text}-x")


def removed_records(file: SeedFile) -> Iterator[Mutant]:
    """Each record that others need taken out, and each passage."""
    if file.kind not in {"sources", "actors", "tracks", "statements", "issues", "positions", "schemes"}:
        return
    total = len(file.text.splitlines()) + 1
    for number, record in enumerate(file.records):
        assert isinstance(record, dict)
        end = file.line(number + 1) if number + 1 < len(file.records) else total
        name = str(record.get("id") or record["actor"])
        yield Mutant("record removed", file.name, file.without(file.line(number), end), (f"'{name}'",))
        passages = record.get("passages", []) if file.kind == "sources" else []
        for index, passage in enumerate(passages):
            assert isinstance(passage, dict)
            stop = file.line(number, "passages", index + 1) if index + 1 < len(passages) else end
            text = file.without(file.line(number, "passages", index), stop)
            yield Mutant("passage removed", file.name, text, (f"'{passage['address']}'",))


def doubled_records(file: SeedFile) -> Iterator[Mutant]:
    """Each record written twice."""
    if file.kind in {"dossier", "fingerprints", "loaded_words"}:
        return
    total = len(file.text.splitlines()) + 1
    for number, record in enumerate(file.records):
        assert isinstance(record, dict)
        begin, end = file.line(number), file.line(number + 1) if number + 1 < len(file.records) else total
        lines = file.text.splitlines(keepends=True)
        text = "".join(lines[: end - 1] + lines[begin - 1 : end - 1] + lines[end - 1 :])
        yield Mutant("record doubled", file.name, text, (f"{file.name}:{end}",))


def impossible_states(file: SeedFile) -> Iterator[Mutant]:
    """Each status replaced by the others; what contradicts the rest of the record must be told."""
    for path, text in _scalars(file.tree.value):
        if path[-1] == "status":
            for other in ("held", "declined", "announced", "helt"):
                if other != text:
                    record = file.records[int(path[0])]
                    assert isinstance(record, dict)
                    yield from _edit("status changed", file, path, text, other, f"event {record['id']}:")
        if path[-1] == "url":
            yield from _edit("address made unsafe", file, path, text, "javascript:alert(1)")
        if path[-1] == "id":
            yield from _edit("id that is no slug", file, path, text, f"{text} X")


def misplaced_layers(file: SeedFile) -> Iterator[Mutant]:
    """Each source moved into each other layer, its affiliation lost, and each check and later fact on the other side of the close."""
    for path, text in _scalars(file.tree.value):
        if file.kind == "sources" and path[-1] == "layer":
            for other in sorted({"base", "other", "afterwards"} - {text}):
                record = file.records[int(path[0])]
                assert isinstance(record, dict)
                yield from _edit("source moved into another layer", file, path, text, other, f"'{record['id']}'")
        if file.kind == "sources" and path[-1] == "affiliation":
            yield from _edit("affiliation lost", file, path, text, text.split(";")[0])
        if file.kind in {"checks", "later_facts"} and path[-1] == "date":
            moved = "2030-01-01" if file.kind == "checks" else "2001-01-01"
            yield from _edit("date on the other side of the close", file, path, text, moved)


def lost_doubt(file: SeedFile) -> Iterator[Mutant]:
    """Each word of doubt, on either side of the ledger, and each manner of speech."""
    for path, text in _scalars(file.tree.value):
        if path[-1] in {"modality", "doubt"}:
            yield from _edit("doubt changed", file, path, text, "certainly")
        if path[-1] in {"mode", "speech"}:
            for other in {"direct", "indirect", "mixed"} - {text}:
                yield from _edit("manner of speech changed", file, path, text, other)


def tampered_prints(file: SeedFile) -> Iterator[Mutant]:
    """Each passage's first hash replaced."""
    for path, text in _scalars(file.tree.value):
        if file.kind == "fingerprints" and path[-1] == "hashes":
            yield from _edit(
                "fingerprint tampered with", file, path, text[:8], "00000000", f"{file.name}:{file.line(0, 'digest')}"
            )


def loaded_words(file: SeedFile, word: str) -> Iterator[Mutant]:
    """A word that takes a side, in each text of ours."""
    for path, text in _scalars(file.tree.value):
        if path[-1] in {"says", "remark", "explanation", "warrant", "weakest"} and "“" not in text:
            yield from _edit("loaded word used", file, path, text, f"{text} {word}")


def judgements(file: SeedFile) -> Iterator[Mutant]:
    """What no check can catch."""
    for path, text in _scalars(file.tree.value):
        if file.kind == "statements" and path[-1] == "kind" and len(path) == 2:
            yield from _edit(
                "kind of a statement changed", file, path, text, "report" if text != "report" else "assessment"
            )
        if path[-1] == "answer":
            other = "partly" if text != "partly" else "addressed"
            yield from _edit("answer to a critical question changed", file, path, text, other)
        if file.kind in {"checks", "later_facts"} and path[-1] == "relation":
            other = "context" if text != "context" else "mixed" if file.kind == "later_facts" else "contradicts"
            yield from _edit("relation of a check or a later fact changed", file, path, text, other)
        if path[-1] == "fragment":
            word = text.split()[0]
            yield from _edit("word of an unverified quotation altered", file, path, word, "falsified")
        if path[-1] == "says" and " not " in text:
            yield from _edit("meaning of a paraphrase turned round", file, path, " not ", " surely ")


def swapped_evidence(files: list[SeedFile]) -> Iterator[Mutant]:
    """The first statement of each position replaced by another of the same speakers."""
    statements = [r for file in files if file.kind == "statements" for r in file.records if isinstance(r, dict)]
    chains = {str(r["id"]): _speakers(r) for r in statements}
    for file in files:
        for number, record in enumerate(file.records if file.kind == "positions" else []):
            names = record.get("statements", []) if isinstance(record, dict) else []
            first = str(names[0]) if names and isinstance(names, list) else ""
            other = next((n for n in chains if first and n not in names and chains[n] == chains[first]), None)
            if other:
                path = file.at(number, "statements", 0)
                yield from _edit(_SWAPPED, file, path, first, other, f"statement {first}:")


def _speakers(statement: dict[str, Value]) -> list[str]:
    chain = statement.get("chain", [])
    return [str(level["speaker"]) for level in chain if isinstance(level, dict)]


def mutants(folder: Path) -> Iterator[Mutant]:
    """Every falsification of a dossier, in a fixed order."""
    files = _files(folder)
    actors = [str(r["id"]) for f in files if f.kind == "actors" for r in f.records if isinstance(r, dict)]
    words = [str(r["word"]) for f in files if f.kind == "loaded_words" for r in f.records if isinstance(r, dict)]
    sources = [r for f in files if f.kind == "sources" for r in f.records if isinstance(r, dict)]
    dates = {str(r["id"]): set(map(str, r.get("dates", []))) for r in sources}
    quoted = [q for f in files for _, text in _scalars(f.tree.value) for q in quotations_in(text)]
    phrase = max(quoted, key=lambda quotation: len(quotation.split()))
    for file in files:
        yield from altered_quotations(file)
        if len(phrase.split()) > LONGEST_RUN:
            yield from borrowed_sentences(file, phrase)
        yield from shifted_dates(file, dates)
        yield from swapped_speakers(file, actors)
        yield from dropped_levels(file)
        yield from dangling_ids(file)
        yield from removed_records(file)
        yield from doubled_records(file)
        yield from impossible_states(file)
        yield from misplaced_layers(file)
        yield from lost_doubt(file)
        yield from tampered_prints(file)
        yield from loaded_words(file, words[0])
        yield from judgements(file)
    yield from swapped_evidence(files)


def _names(problem: str, trace: str) -> bool:
    """Whether a problem names a place or a record; line 16 is not line 160."""
    return re.search(rf"{re.escape(trace)}(?!\d)", problem) is not None


def is_caught(mutant: Mutant, folder: Path) -> bool:
    """Whether a copy of the dossier with the falsification is refused with the right place."""
    path = folder / mutant.file
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    try:
        open_dossier(folder)
    except DossierError as refused:
        return any(_names(str(problem), trace) for problem in refused.problems for trace in mutant.traces)
    finally:
        path.write_text(before, encoding="utf-8")
    return False


@dataclass(frozen=True)
class Outcome:
    """What became of all mutants of one operator."""

    operator: str
    planted: int
    caught: int


def run(folder: Path) -> tuple[list[Outcome], list[Mutant]]:
    """Plants every mutant of a dossier in a copy of it.

    Returns:
        The counts by operator, and the mutants that got away though a check should catch them.
    """
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    escaped: list[Mutant] = []
    # One file of many changes at a time, so the others are parsed once.
    parsed_once = patch.object(reading, "read_yaml", lru_cache(maxsize=64)(read_yaml))
    with parsed_once, tempfile.TemporaryDirectory() as temporary:
        copy = Path(shutil.copytree(folder, Path(temporary) / "seeds"))
        for mutant in mutants(copy):
            planted[mutant.operator] += 1
            if is_caught(mutant, copy):
                caught[mutant.operator] += 1
            elif mutant.operator not in BEYOND:
                escaped.append(mutant)
    return [Outcome(operator, planted[operator], caught[operator]) for operator in sorted(planted)], escaped


def as_seed(outcomes: list[Outcome]) -> str:
    """The counts as the text of `guards.yml`, from which the method page quotes them."""
    lines = ["# Made by: nox -s mutants. How many planted falsifications the checks caught."]
    for outcome in outcomes:
        lines += [
            f"- falsification: {outcome.operator}",
            f"  planted: {outcome.planted}",
            f"  caught: {outcome.caught}",
        ]
        if outcome.caught < outcome.planted:
            lines.append(f"  beyond: {BEYOND[outcome.operator]}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Plants every mutant, prints the counts and those that got away, and keeps the counts in `guards.yml`.

    Args:
        arguments: `--check` to compare with the counts kept, instead of keeping them anew.

    Returns:
        The exit code: 1 where a mutant got away, or where the counts kept are not those of this run.
    """
    folder = seeds_folder()
    outcomes, escaped = run(folder)
    for outcome in outcomes:
        note = f"  (the others are beyond any check: {BEYOND[outcome.operator]})" if outcome.operator in BEYOND else ""
        print(f"{outcome.caught:5} of {outcome.planted:5}  {outcome.operator}{note}")
    for mutant in escaped:
        print(f"ESCAPED {mutant.operator}: {mutant.file}, expected {' or '.join(mutant.traces)}")
    total, caught = sum(o.planted for o in outcomes), sum(o.caught for o in outcomes)
    beyond = total - caught - len(escaped)
    print(
        f"planted: {total}; caught: {caught} ({caught / total:.1%}); beyond any check: {beyond}; escaped: {len(escaped)}"
    )
    if escaped:
        return 1
    kept, made = folder / "guards.yml", as_seed(outcomes)
    if "--check" in arguments and (not kept.is_file() or kept.read_text(encoding="utf-8") != made):
        print(f"{kept.as_posix()} holds other counts; run: nox -s mutants", file=sys.stderr)
        return 1
    kept.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
