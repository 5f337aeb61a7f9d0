"""Functions that break a folder of seeds, by careless and by hostile edits."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.edtf_examples import READ
from tests.hostile import HOSTILE

Chance = random.Random
Breaker = Callable[[Path, Chance], None]

WRONG = (
    "[]", "{}", "[[]]", "[{}]", "{a: b}", "''", "~", "0", "-1", "1e999", "0x1F", "no", "2023-13-45", "9999-99-99", "'9'",
    "!!binary aGk=", "!!python/object/apply:os.abort []", "*nowhere", "&a [*a]", "|", "? x", "- -", "@", "%", "\u202e", "é" * 300,
    "javascript:alert(1)", "https://x.example/\u0000", "../../etc/passwd", "a" * 5_000,
)  # fmt: skip
"""Values that replace other values."""

CHARACTERS = "\x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\ud800😀\t\r\n:-[]{}&*!|>'\"%@`#?,~ a0"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.yml") if path.is_file())


def _one(folder: Path, chance: Chance) -> Path:
    return chance.choice(_files(folder))


def _scalar_lines(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"(?<=: )[^\n#]+", text))


def random_edits(folder: Path, chance: Chance) -> None:
    """Deletes, doubles and reverses parts of texts, and inserts characters, at random."""
    for _ in range(chance.randint(1, 6)):
        file = _one(folder, chance)
        text = file.read_text(encoding="utf-8", errors="replace")
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 40))
        new = chance.choice(["", text[start:end] * 2, text[start:end][::-1], "".join(chance.choices(CHARACTERS, k=5))])
        file.write_bytes(f"{text[:start]}{new}{text[end:]}".encode("utf-8", "surrogatepass"))


def wrong_types(folder: Path, chance: Chance) -> None:
    """Replaces values by values of another type."""
    for _ in range(chance.randint(1, 4)):
        file = _one(folder, chance)
        text = file.read_text(encoding="utf-8")
        if places := _scalar_lines(text):
            place = chance.choice(places)
            file.write_text(text[: place.start()] + chance.choice(WRONG) + text[place.end() :], encoding="utf-8")


def swapped_values(folder: Path, chance: Chance) -> None:
    """Copies values from one field to another: ids of the wrong record, circles, words of another list."""
    for _ in range(chance.randint(1, 5)):
        file, other = _one(folder, chance), _one(folder, chance)
        text, found = file.read_text(encoding="utf-8"), _scalar_lines(other.read_text(encoding="utf-8"))
        if found and (places := _scalar_lines(text)):
            place, value = chance.choice(places), chance.choice(found).group()
            file.write_text(text[: place.start()] + value + text[place.end() :], encoding="utf-8")


def hostile_texts(folder: Path, chance: Chance) -> None:
    """Adds scripts and templates that would run if a page did not escape them."""
    for _ in range(chance.randint(1, 3)):
        file = _one(folder, chance)
        lines = file.read_text(encoding="utf-8").split("\n")
        number = chance.randrange(len(lines))
        if ": " in lines[number] and lines[number][-1:] not in "]}|":
            quoted = lines[number].partition(": ")[2].replace("'", "''") + HOSTILE.replace("'", "''")
            lines[number] = f"{lines[number].partition(': ')[0]}: '{quoted}'"
        file.write_text("\n".join(lines), encoding="utf-8")


def deep_nesting(folder: Path, chance: Chance) -> None:
    """Nests lists in lists and mappings in mappings."""
    depth = chance.choice([11, 12, 13, 900, 2_000, 200_000])
    text = chance.choice(["[" * depth, "[" * depth + "]" * depth, "{a: " * depth, "- " * depth, "? " * depth])
    with _one(folder, chance).open("a", encoding="utf-8") as file:
        file.write(f"\n- id: {text}\n")


def exploding_aliases(folder: Path, chance: Chance) -> None:
    """Writes aliases that expand to a huge value (the "billion laughs" attack)."""
    lines = ["- &a0 [ha, ha]", *(f"- &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, chance.randint(2, 60)))]
    _one(folder, chance).write_text("\n".join(lines), encoding="utf-8")


def huge_files(folder: Path, chance: Chance) -> None:
    """Writes many records, long texts, long lists or long names."""
    file = _one(folder, chance)
    text = file.read_text(encoding="utf-8")
    huge: list[Callable[[], str]] = [
        lambda: text * (chance.choice([300_000, 9_000_000]) // max(len(text), 1)),
        lambda: f"{text}\n- id: {'a' * 3_000_000}\n",
        lambda: f"{text}\n- statements: [{'a, ' * 400_000}]\n",
        lambda: f"{text}\n- statements: [{', '.join(f'nobody-{n}' for n in range(60_000))}]\n",
        lambda: f"{text}\n- {{{', '.join(f'k{n}: 1' for n in range(60_000))}}}\n",
        lambda: f"{text}\n- {{{'k: 1, ' * 100_000}}}\n",
        lambda: text + "- {}\n" * 300_000,
        lambda: text + "\n" * 3_000_000 + "- {",
    ]
    file.write_text(chance.choice(huge)(), encoding="utf-8")


def control_characters(folder: Path, chance: Chance) -> None:
    """Inserts characters that YAML forbids or that control a terminal."""
    file = _one(folder, chance)
    text = file.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 5)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(CHARACTERS[:14]) + text[place:]
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


def other_encodings(folder: Path, chance: Chance) -> None:
    """Writes bytes that are not UTF-8, or that are unusual UTF-8."""
    file = _one(folder, chance)
    text = file.read_text(encoding="utf-8")
    change: list[Callable[[], bytes]] = [
        lambda: f"{text}é".encode("latin-1", "replace"),
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-32"),
        lambda: text.encode("utf-8-sig"),
        lambda: text.encode() + b"\xf0\x9f",
        lambda: text.replace("\n", "\r").encode(),
        lambda: text.replace("\n", "\r\n").encode(),
        lambda: chance.randbytes(3_000),
        lambda: b"",
        lambda: b"\0" * 4_096,
    ]
    file.write_bytes(chance.choice(change)())


def odd_files(folder: Path, chance: Chance) -> None:
    """Makes links to places outside the folder, circular links, pipes, folders, and files without read permission."""
    file = _one(folder, chance)
    if chance.random() < 0.3:
        file = folder / "statements" / f"{chance.choice(['x', '-', 'a b', 'é', chr(10), '..'])}.yml"
        file.parent.mkdir(exist_ok=True)
    file.unlink(missing_ok=True)
    make: list[Callable[[], object]] = [
        lambda: file.symlink_to("/etc/passwd"),
        lambda: file.symlink_to("/proc/self/environ"),
        lambda: file.symlink_to("/dev/zero"),
        lambda: file.symlink_to(file.name),
        lambda: file.symlink_to("nowhere.yml"),
        lambda: file.symlink_to(folder),
        lambda: file.symlink_to("."),
        lambda: file.mkdir(),
        lambda: os.mkfifo(file),
        lambda: file.touch(mode=0),
        lambda: (folder / "terms").symlink_to("/"),
    ]
    chance.choice(make)()


def moved_files(folder: Path, chance: Chance) -> None:
    """Moves or copies a file to another name."""
    file = _one(folder, chance)
    others = [
        "evnets.yml",
        "events.yaml",
        "README.yml",
        "dossier.yml",
        "statements/more.yml",
        "schema/x.yml",
        f"{'n' * 240}.yml",
    ]
    target = folder / chance.choice(others)
    target.parent.mkdir(exist_ok=True)
    shutil.copyfile(file, target) if chance.random() < 0.5 and target != file else file.rename(target)


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
    texts = {file: file.read_text(encoding="utf-8") for file in _files(folder) if file.stem != "dossier"}
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
    file = chance.choice([path for path in _files(folder) if path.stem == "events"])
    events = file.read_text(encoding="utf-8").split("\n- ")
    number = chance.randrange(len(events))
    event = events[number]
    status, kind = (
        chance.choice(["held", "not-held", "announced"]),
        chance.choice(["meeting", "hearing", "announcement"]),
    )
    event = re.sub(r"\n  status: .*", f"\n  status: {status}", event)
    event = re.sub(r"\n  kind: \S+", f"\n  kind: {kind}", event)
    date = re.search(r"\n  date: (.*)", event)
    if date and "\n  known_on:" not in event and chance.random() < 0.8:
        event = event.replace(date[0], f"\n  date: {chance.choice(_UNDATED)}\n  known_on: {date[1]}")
    if status == "held":
        event = re.sub(r"\n  (?:refusals:(?:\n    .*)*|(?:decliner|ground): .*)", "", event)
    if status == "not-held" and "refusals:" not in event and "decliner:" not in event:
        event += "\n  decliner: silent\n  ground: silent"
    events[number] = f"{event.rstrip()}\n" if number == len(events) - 1 else event
    file.write_text("\n- ".join(events), encoding="utf-8")


def broken_lines(folder: Path, chance: Chance) -> None:
    """Writes texts on several lines, with every kind of line break."""
    for _ in range(chance.randint(1, 4)):
        file = _one(folder, chance)
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
        file = _one(folder, chance)
        text = file.read_text(encoding="utf-8")
        if chance.random() < 0.2 and file.stem != "dossier":
            file.unlink()
        elif chance.random() < 0.4 and (records := re.split(r"\n(?=- )", text))[1:]:
            del records[chance.randrange(len(records))]
            file.write_text("\n".join(records), encoding="utf-8")
        elif fields := list(re.finditer(r"\n  \w+: .*(?:\n    .*)*", text)):
            field = chance.choice(fields)
            file.write_text(text[: field.start()] + text[field.end() :], encoding="utf-8")


BREAKERS: tuple[tuple[Breaker, int], ...] = (
    (random_edits, 20), (wrong_types, 20), (swapped_values, 20), (hostile_texts, 10), (control_characters, 6),
    (other_encodings, 6), (odd_files, 6), (moved_files, 5), (deep_nesting, 4), (exploding_aliases, 2), (huge_files, 1),
    (other_dates, 12), (other_outcomes, 6), (broken_lines, 4), (less, 8),
)  # fmt: skip
"""Every function that breaks a folder, with its relative frequency."""

PLAUSIBLE = frozenset({other_dates, other_outcomes, broken_lines, less})
"""Those after which the folder is often still sound, so that what its pages say can be read."""
