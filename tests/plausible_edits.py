"""Edits of a folder of seeds after which it is often still sound, so that what its pages say can be read."""

from __future__ import annotations

import random
import re
from pathlib import Path

from macros.models.event_kind import DONE, STATUSES, UNTOLD, EventKind, EventStatus
from tests.edtf_examples import READ

Chance = random.Random


def files_of(folder: Path) -> list[Path]:
    """The seed files of a folder."""
    return sorted(path for path in folder.rglob("*.yml") if path.is_file())


def one_file(folder: Path, chance: Chance) -> Path:
    """A seed file at random."""
    return chance.choice(files_of(folder))


_A_DATE = re.compile(r"(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?[~?%]?(?![\w/.-])")
_UNDATED = ("silent", "unknown", "none", "not-applicable")


def _of_the_same_time(text: str, chance: Chance) -> str:
    """Another date that can mean the same days, in a form of its own."""
    day = text.rstrip("~?%")
    month, mark = day[:7], chance.choice(["", "~", "?", "%"])
    forms = [
        f"{day}{mark}", f"{month}{mark}", f"{day[:4]}{mark}", f"/{day}{mark}", f"../{day}{mark}", f"{day}{mark}/", f"{day}{mark}/..",
        f"{month}-01{mark}/{day}{chance.choice('~?%')}", f"{month}/{day[:4]}{mark}", f"[{month}-01..{day}]", f"[..{day}]", f"[{day}..]",
        f"{month}-02T13:12:00+04:00", chance.choice([*READ]),
    ]  # fmt: skip
    return chance.choice(forms)


def other_dates(folder: Path, chance: Chance) -> None:
    """Gives events, statements and passages other dates, in every form, and the same in every file."""
    texts = {file: file.read_text(encoding="utf-8") for file in files_of(folder) if file.stem != "dossier"}
    dates = sorted({found for text in texts.values() for found in _A_DATE.findall(text)})
    for old in chance.sample(dates, min(len(dates), chance.randint(1, 2))):
        new = f'"{_of_the_same_time(old, chance)}"'
        if chance.random() < 0.3:
            # Words take precedence over the date, so the date is seldom shown if they stay.
            texts = {file: re.sub(r"\n +date_in_words: .*", "", text) for file, text in texts.items()}
        texts = {file: re.sub(rf"(?<=[ \[,]){re.escape(old)}(?=[\],\n}}])", new, text) for file, text in texts.items()}
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")


def other_outcomes(folder: Path, chance: Chance) -> None:
    """Gives an event another status or kind, and perhaps no date, with all that its status needs."""
    files = [path for path in files_of(folder) if path.stem == "events"]
    if not files:
        return
    file = chance.choice(files)
    events = file.read_text(encoding="utf-8").split("\n- ")
    number = chance.randrange(len(events))
    event = events[number]
    kind = chance.choice([*EventKind])
    status = chance.choice([one for one in (*STATUSES[kind], *UNTOLD) if one is not EventStatus.DECLINED])
    event = re.sub(r"\n  status: .*", f"\n  status: {status}", event)
    event = re.sub(r"\n  kind: \S+", f"\n  kind: {kind}", event)
    date = re.search(r"\n  date: (.*)", event)
    if date and "\n  known_on:" not in event and chance.random() < 0.8:
        event = event.replace(date[0], f"\n  date: {chance.choice(_UNDATED)}\n  known_on: {date[1]}")
    if status in DONE or EventStatus.DECLINED not in STATUSES[kind]:
        event = re.sub(r"\n  (?:refusals:(?:\n    .*)*|(?:decliner|ground): .*)", "", event)
    if status == EventStatus.POSTPONED and chance.random() < 0.5:
        event += "\n  postponed_to: 2030-01"
    if chance.random() < 0.2:
        event += f"\n  repeats: {chance.choice(['every Tuesday', 'every day', 'now and then'])}"
    events[number] = f"{event.rstrip()}\n" if number == len(events) - 1 else event
    file.write_text("\n- ".join(events), encoding="utf-8")


def broken_lines(folder: Path, chance: Chance) -> None:
    """Writes texts on several lines, with every kind of line break."""
    for _ in range(chance.randint(1, 4)):
        file = one_file(folder, chance)
        text = file.read_text(encoding="utf-8")
        lines = re.finditer(r"(?<=: )[^\n#{}]+$", text, re.MULTILINE)
        places = [place for place in lines if place[0][0] not in "[{>|&*'\"" and " " in place[0].strip()]
        if places:
            place = chance.choice(places)
            broken = place[0].strip().replace("\\", "\\\\").replace('"', '\\"')
            broken = broken.replace(
                " ", chance.choice(["\\n", "\\r\\n", " \\n\\n ", "\\L", "\\P", "\\N"]), chance.randint(1, 3)
            )
            file.write_text(f'{text[: place.start()]}"{broken}"{text[place.end() :]}', encoding="utf-8")


def less(folder: Path, chance: Chance) -> None:
    """Leaves out fields, records and whole files, as in a dossier that is not finished."""
    for _ in range(chance.randint(1, 4)):
        file = one_file(folder, chance)
        text = file.read_text(encoding="utf-8")
        if chance.random() < 0.2 and file.stem != "dossier":
            file.unlink()
        elif chance.random() < 0.4 and (records := re.split(r"\n(?=- )", text))[1:]:
            del records[chance.randrange(len(records))]
            file.write_text("\n".join(records), encoding="utf-8")
        elif fields := list(re.finditer(r"\n  \w+: .*(?:\n    .*)*", text)):
            field = chance.choice(fields)
            file.write_text(text[: field.start()] + text[field.end() :], encoding="utf-8")


PLAUSIBLE = frozenset({other_dates, other_outcomes, broken_lines, less})
"""All of them."""
