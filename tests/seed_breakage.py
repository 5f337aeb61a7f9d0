"""Functions that break a folder of seeds, by careless and by hostile edits."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.hostile import HOSTILE
from tests.plausible_edits import Chance, broken_lines, less, one_file, other_dates, other_outcomes

Breaker = Callable[[Path, Chance], None]

WRONG = (
    "[]", "{}", "[[]]", "[{}]", "{a: b}", "''", "~", "0", "-1", "1e999", "0x1F", "no", "2023-13-45", "9999-99-99", "'9'",
    "!!binary aGk=", "!!python/object/apply:os.abort []", "*nowhere", "&a [*a]", "|", "? x", "- -", "@", "%", "\u202e", "é" * 300,
    "javascript:alert(1)", "https://x.example/\u0000", "../../etc/passwd", "a" * 5_000,
)  # fmt: skip
"""Values that replace other values."""

CHARACTERS = "\x00\x07\x1b\x7f\x85\u2028\u202e\ufeff\ufffe\ud800😀\t\r\n:-[]{}&*!|>'\"%@`#?,~ a0"


def _scalar_lines(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"(?<=: )[^\n#]+", text))


def random_edits(folder: Path, chance: Chance) -> None:
    """Deletes, doubles and reverses parts of texts, and inserts characters, at random."""
    for _ in range(chance.randint(1, 6)):
        file = one_file(folder, chance)
        text = file.read_text(encoding="utf-8", errors="replace")
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 40))
        new = chance.choice(["", text[start:end] * 2, text[start:end][::-1], "".join(chance.choices(CHARACTERS, k=5))])
        file.write_bytes(f"{text[:start]}{new}{text[end:]}".encode("utf-8", "surrogatepass"))


def wrong_types(folder: Path, chance: Chance) -> None:
    """Replaces values by values of another type."""
    for _ in range(chance.randint(1, 4)):
        file = one_file(folder, chance)
        text = file.read_text(encoding="utf-8")
        if places := _scalar_lines(text):
            place = chance.choice(places)
            file.write_text(text[: place.start()] + chance.choice(WRONG) + text[place.end() :], encoding="utf-8")


def swapped_values(folder: Path, chance: Chance) -> None:
    """Copies values from one field to another: ids of the wrong record, circles, words of another list."""
    for _ in range(chance.randint(1, 5)):
        file, other = one_file(folder, chance), one_file(folder, chance)
        text, found = file.read_text(encoding="utf-8"), _scalar_lines(other.read_text(encoding="utf-8"))
        if found and (places := _scalar_lines(text)):
            place, value = chance.choice(places), chance.choice(found).group()
            file.write_text(text[: place.start()] + value + text[place.end() :], encoding="utf-8")


def hostile_texts(folder: Path, chance: Chance) -> None:
    """Adds scripts and templates that would run if a page did not escape them."""
    for _ in range(chance.randint(1, 3)):
        file = one_file(folder, chance)
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
    with one_file(folder, chance).open("a", encoding="utf-8") as file:
        file.write(f"\n- id: {text}\n")


def exploding_aliases(folder: Path, chance: Chance) -> None:
    """Writes aliases that expand to a huge value (the "billion laughs" attack)."""
    lines = ["- &a0 [ha, ha]", *(f"- &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, chance.randint(2, 60)))]
    one_file(folder, chance).write_text("\n".join(lines), encoding="utf-8")


def huge_files(folder: Path, chance: Chance) -> None:
    """Writes many records, long texts, long lists or long names."""
    file = one_file(folder, chance)
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
    file = one_file(folder, chance)
    text = file.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 5)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(CHARACTERS[:14]) + text[place:]
    file.write_bytes(text.encode("utf-8", "surrogatepass"))


def other_encodings(folder: Path, chance: Chance) -> None:
    """Writes bytes that are not UTF-8, or that are unusual UTF-8."""
    file = one_file(folder, chance)
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
    file = one_file(folder, chance)
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
    file = one_file(folder, chance)
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


BREAKERS: tuple[tuple[Breaker, int], ...] = (
    (random_edits, 20), (wrong_types, 20), (swapped_values, 20), (hostile_texts, 10), (control_characters, 6),
    (other_encodings, 6), (odd_files, 6), (moved_files, 5), (deep_nesting, 4), (exploding_aliases, 2), (huge_files, 1),
    (other_dates, 12), (other_outcomes, 6), (broken_lines, 4), (less, 8),
)  # fmt: skip
"""Every function that breaks a folder, with its relative frequency."""
