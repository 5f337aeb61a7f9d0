"""The falsifications that `nox -s mutants` plants: words, dates, speakers, levels, ids, records, layers, judgements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.evidence.copying import LONGEST_RUN
from macros.evidence.quotations import quotations_in
from macros.loading.yaml_text import FieldPath
from macros.models.kinds import FILE_KINDS
from macros.models.references import references
from macros.validation.references import texts_at
from tests.falsified_characters import changed_quotations, hidden_borrowing, lying_addresses, odd_characters
from tests.falsified_narrative import falsified_narrative
from tests.falsified_words import disguised_words, false_paraphrases, hindsight
from tests.seed_edits import Mutant, SeedFile, edit, scalars, seed_files_of
from tests.uncatchable import POSITION_REMOVED, SAME_EXCERPT, impossible_statuses, judgements, swapped_evidence


def altered_quotations(file: SeedFile) -> Iterator[Mutant]:
    """Replaces each word of each quotation, except in titles of works and in quotations that cannot be verified."""
    for path, text in scalars(file.tree.value):
        if path[-1] in {"title", "fragment"}:
            continue
        # In narrative, a word at a time is altered by `falsified_narrative`.
        for quotation, *_ in () if "[@" in text else quotations_in(text):
            for word in quotation.split():
                new = quotation.replace(word, "falsified", 1)
                yield from edit("word of a quotation altered", file, path, f"“{quotation}”", f"“{new}”")


def borrowed_sentences(file: SeedFile, phrase: str) -> Iterator[Mutant]:
    """Adds words of the source without quotation marks to each of our texts."""
    if file.kind in {"fingerprints", "loaded_words"}:
        return
    for path, text in scalars(file.tree.value):
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
                yield from edit("sentence borrowed", file, path, text, f"{text} {phrase}")


def _given(file: SeedFile, path: FieldPath, dates: dict[str, set[str]]) -> set[str]:
    """Every date that the sources of a check or a later fact give."""
    record = file.records[int(path[0])]
    names = record.get("sources", []) if isinstance(record, dict) else []
    return set().union(*(dates.get(str(name), set()) for name in names)) if path[-1] in {"date", "dating"} else set()


def shifted_dates(file: SeedFile, dates: dict[str, set[str]]) -> Iterator[Mutant]:
    """Moves each date by a day, a month or a year."""
    if file.kind in {"dossier", "actors", "aftermath"}:
        return
    for path, text in scalars(file.tree.value):
        if path[-1] not in {"issued", "accessed"} and re.fullmatch(r"(/|\[\.\.)?\d{4}(-\d\d){0,2}[~?%]?\]?", text):
            for pattern, new in (
                (r"(\d)(?=[~?%]?\]?$)", lambda m: str((int(m[1]) + 1) % 9 or 9)),
                (r"^(?:/|\[\.\.)?\d{4}", lambda m: m[0][:-4] + "2022"),
            ):
                moved = re.sub(pattern, new, text, count=1)
                operator = SAME_EXCERPT if moved in _given(file, path, dates) else "date shifted"
                yield from edit(operator, file, path, text, moved)


def swapped_speakers(file: SeedFile, actors: list[str]) -> Iterator[Mutant]:
    """Replaces each speaker of each chain, and each voice of each passage, by another actor."""
    for path, text in scalars(file.tree.value):
        if path[-1] == "speaker" or "voices" in path or "told_by" in path:
            other = next(actor for actor in actors if actor != text)
            yield from edit("speaker swapped", file, path, text, other)


def dropped_levels(file: SeedFile) -> Iterator[Mutant]:
    """Removes each level of each chain, except an outermost one, which the build fills in again from the passage."""
    for number, record in enumerate(file.records if file.kind == "statements" else []):
        chain = record.get("chain", []) if isinstance(record, dict) else []
        for index in range(int(len(chain) > 1), len(chain)):
            begin, below = file.line(number, "chain", index), file.line_below(number, "chain")
            end = file.line(number, "chain", index + 1) if index + 1 < len(chain) else below
            text = file.without(begin, end)
            if len(chain) == 1:
                text = file.without(begin - 1, below, "  chain: []\n")
            assert isinstance(record, dict)
            yield Mutant("level of a chain dropped", file.name, text, (f"statement {record['id']}:",))


def dangling_ids(file: SeedFile) -> Iterator[Mutant]:
    """Misspells each id that names another record."""
    for number, record in enumerate(file.records):
        for reference in references(FILE_KINDS[file.kind].model):
            for path, text in texts_at(record, reference.pattern):
                if text not in {"silent", "unknown"}:
                    yield from edit("id misspelt", file, file.at(number, *path), text, f"{text}-x")


def removed_records(file: SeedFile) -> Iterator[Mutant]:
    """Removes each record that others need, and each passage."""
    if file.kind not in {"sources", "actors", "tracks", "statements", "issues", "positions", "schemes"}:
        return
    total = len(file.text.splitlines()) + 1
    for number, record in enumerate(file.records):
        assert isinstance(record, dict)
        end = file.line(number + 1) if number + 1 < len(file.records) else total
        name = str(record.get("id") or record["actor"])
        operator = POSITION_REMOVED if file.kind == "positions" else "record removed"
        # The only record of a file leaves an empty file, which is what the checks report.
        traces = (f"'{name}'", f"{file.name}:1") if len(file.records) == 1 else (f"'{name}'",)
        yield Mutant(operator, file.name, file.without(file.line(number), end), traces)
        passages = record.get("passages", []) if file.kind == "sources" else []
        for index, passage in enumerate(passages):
            assert isinstance(passage, dict)
            stop = file.line(number, "passages", index + 1) if index + 1 < len(passages) else end
            text = file.without(file.line(number, "passages", index), stop)
            yield Mutant("passage removed", file.name, text, (f"'{passage['address']}'",))


def doubled_records(file: SeedFile) -> Iterator[Mutant]:
    """Doubles each record."""
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
    """Replaces each status by others that cannot be, and makes each address unsafe and each id invalid."""
    for path, text in scalars(file.tree.value):
        if file.kind == "events" and path[-1] == "status":
            record = file.records[int(path[0])]
            assert isinstance(record, dict)
            for other in sorted(impossible_statuses(record) - {text}):
                yield from edit("status changed", file, path, text, other, f"event {record['id']}:")
        if path[-1] == "url":
            yield from edit("address made unsafe", file, path, text, "javascript:alert(1)")
        if path[-1] == "id":
            yield from edit("id that is no slug", file, path, text, f"{text} X")


def misplaced_layers(file: SeedFile) -> Iterator[Mutant]:
    """Moves each source into the other layers, cuts its affiliation, and moves checks and later facts across the as-of date."""
    for path, text in scalars(file.tree.value):
        if file.kind == "sources" and path[-1] == "layer":
            for other in sorted({"base", "other", "afterwards"} - {text}):
                record = file.records[int(path[0])]
                assert isinstance(record, dict)
                yield from edit("source moved into another layer", file, path, text, other, f"'{record['id']}'")
        if file.kind == "sources" and path[-1] == "affiliation":
            yield from edit("affiliation lost", file, path, text, text.split(";")[0])
        if file.kind in {"checks", "later_facts"} and path[-1] == "date":
            moved = "2030-01-01" if file.kind == "checks" else "2001-01-01"
            yield from edit("date on the other side of the close", file, path, text, moved)


def lost_doubt(file: SeedFile) -> Iterator[Mutant]:
    """Replaces the words of doubt, and the mode of speech, of each statement and each passage."""
    for path, text in scalars(file.tree.value):
        if path[-1] in {"modality", "doubt"}:
            yield from edit("doubt changed", file, path, text, "certainly")
        if path[-1] in {"mode", "speech"}:
            for other in {"direct", "indirect", "mixed"} - {text}:
                yield from edit("manner of speech changed", file, path, text, other)


def tampered_prints(file: SeedFile) -> Iterator[Mutant]:
    """Replaces the first hash of each passage."""
    for path, text in scalars(file.tree.value):
        if file.kind == "fingerprints" and path[-1] == "hashes":
            yield from edit(
                "fingerprint tampered with", file, path, text[:8], "00000000", f"{file.name}:{file.line(0, 'digest')}"
            )


def loaded_words(file: SeedFile, word: str) -> Iterator[Mutant]:
    """Adds a loaded word to each of our texts."""
    for path, text in scalars(file.tree.value):
        if path[-1] in {"says", "remark", "explanation", "warrant", "weakest"} and "“" not in text:
            yield from edit("loaded word used", file, path, text, f"{text} {word}")


def mutants(folder: Path) -> Iterator[Mutant]:
    """Every falsification of a dossier, in a fixed order."""
    files = seed_files_of(folder)
    actors = [str(r["id"]) for f in files if f.kind == "actors" for r in f.records if isinstance(r, dict)]
    words = [str(r["word"]) for f in files if f.kind == "loaded_words" for r in f.records if isinstance(r, dict)]
    sources = [r for f in files if f.kind == "sources" for r in f.records if isinstance(r, dict)]
    year = next(
        int(str(r["as_of"])[:4]) for f in files if f.kind == "dossier" for r in f.records if isinstance(r, dict)
    )
    dates = {str(r["id"]): set(map(str, r.get("dates", []))) for r in sources}
    quoted = [q.text for f in files for _, text in scalars(f.tree.value) for q in quotations_in(text)]
    phrase = max(quoted, key=lambda quotation: len(quotation.split()))
    for file in files:
        yield from altered_quotations(file)
        if len(phrase.split()) > LONGEST_RUN:
            yield from borrowed_sentences(file, phrase)
            yield from hidden_borrowing(file, phrase)
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
        yield from disguised_words(file, words[0])
        yield from hindsight(file, year)
        yield from false_paraphrases(file)
        yield from judgements(file)
        yield from changed_quotations(file)
        yield from odd_characters(file)
        yield from lying_addresses(file)
    yield from swapped_evidence(files)
    yield from falsified_narrative(folder, files, phrase, words[0])
