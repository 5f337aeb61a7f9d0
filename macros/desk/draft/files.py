"""Where the records of a draft are written: new files, or the ends of files that the dossier has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.desk.draft.reading import Sentence
from macros.desk.schema import schema_line
from macros.models.cover import FORMAT
from macros.models.kinds import COVER

COPIES = "copies"
"""The folder for local copies of articles. It has a file that makes git ignore all of it."""

_COVER = """\
# Written by nox -s draft. Write what 'guessed' names, then delete it there.
format: {format}
title: The title of the site
question: The question that the dossier answers
description: One sentence for search engines
as_of: {day}
base_source: {source}
method:
  - We read the report and retold it in our own words.
licence: CC BY 4.0
licence_url: https://creativecommons.org/licenses/by/4.0/
editors: Your names
contact: Where a reader can report a mistake
guessed: [title, question, description, method, editors, contact]
"""


def cover_text(source: str, day: str) -> str:
    """The cover of a new dossier, with everything left to write."""
    return _COVER.format(format=FORMAT, day=day, source=source)


def file_for(folder: Path, kind: str, source: str) -> Path:
    """The file to which records of a kind are added: that of the kind, or one of its own if the kind has a folder."""
    return folder / kind / f"{source}.yml" if (folder / kind).is_dir() else folder / f"{kind}.yml"


def added(path: Path, text: str, current: str | None = None) -> str:
    """The text of a file with records added at its end.

    Args:
        path: The file.
        text: The records.
        current: What the file will contain; None for what it contains now.
    """
    old = current if current is not None else path.read_text(encoding="utf-8") if path.is_file() else ""
    kept = old.rstrip()
    if not kept or kept.endswith("[]"):
        kept = kept.removesuffix("[]").rstrip()
        return (f"{kept}\n" if kept else schema_line(path)) + text
    return f"{kept}\n{text}"


def copy_text(sentences: tuple[Sentence, ...]) -> str:
    """The text of an article, a sentence a line and a blank line between paragraphs."""

    def lines() -> Iterator[str]:
        before = ""
        for one in sentences:
            paragraph = one.address.split("s")[0]
            if before and paragraph != before:
                yield ""
            before = paragraph
            yield one.text

    return "\n".join(lines()) + "\n"


def copy_path(folder: Path, source: str) -> Path:
    """Where the local copy of a source is."""
    return folder / COPIES / f"{source}.txt"


def write(files: dict[Path, str]) -> None:
    """Writes files; each is complete before it takes its name."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)


def is_new(folder: Path) -> bool:
    """Whether a folder has no dossier yet."""
    return not (folder / f"{COVER.name}.yml").is_file()
