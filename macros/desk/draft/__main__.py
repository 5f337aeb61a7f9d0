"""`python -m macros.desk.draft <article> [folder]`: reads an article, and writes into a dossier what a program can know of it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from dataclasses import replace
from datetime import MAXYEAR, UTC, date, datetime
from pathlib import Path

from macros.desk.draft.again import draft_again
from macros.desk.draft.article import Article, UnreadableError, read_article
from macros.desk.draft.cast import Cast
from macros.desk.draft.files import COPIES, added, copy_path, copy_text, cover_text, file_for, is_new, write
from macros.desk.draft.known import known_of
from macros.desk.draft.matching import same_source
from macros.desk.draft.reading import Reading, read
from macros.desk.draft.records import Draft, source_id
from macros.desk.fingerprint import as_seed
from macros.desk.renew import of_dossier
from macros.desk.renew import write as write_changed
from macros.desk.schema import schema_line
from macros.exports.completion import FOLDER
from macros.loading.folder import seeds_folder
from macros.models.kinds import COVER
from macros.models.source import Source
from macros.problems.problem import DossierError

STANDARD_INPUT = "-"

_FIRST_YEAR = 1600
"""The first newspapers are a little younger."""

_OPTIONS = (
    ("--language", "language", "the language of the article as a BCP 47 tag, such as en"),
    ("--date", "issued", "the day on which it was published, such as 2024-05-31"),
    ("--title", "title", "its headline"),
    ("--publisher", "outlet", "the name of its publisher"),
    ("--url", "url", "its address"),
)
"""The options, each with the field of an article and what it gives."""


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="nox -s draft --", description="Writes into a dossier what a program can know of an article."
    )
    parser.add_argument(
        "article", help=f"the article: a .txt, .md or .html file, or {STANDARD_INPUT} for standard input"
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, help="the folder of seeds (default: the current one); it may be new"
    )
    for name, field, what in _OPTIONS:
        parser.add_argument(name, dest=field, default="", help=f"{what}; it goes before what the article says")
    return parser


def _dated(article: Article, name: str, old: Source | None) -> Article:
    """The article with its date, because "on Monday" means nothing without one.

    Raises:
        UnreadableError: Neither the article, nor the editor, nor the dossier gives the date.
    """
    known = old.issued.earliest if old else None
    issued = article.issued or (known.isoformat() if known else "")
    if not issued:
        raise UnreadableError(f"{name} does not say when it was published; add it: --date 2024-05-31")
    try:
        day = date.fromisoformat(issued)
    except ValueError:
        raise UnreadableError(f"'{issued}' is not a day; write it like 2024-05-31") from None
    if not _FIRST_YEAR <= day.year <= MAXYEAR - 1:
        raise UnreadableError(f"no article was published in the year {day.year}; correct the date")
    return replace(article, issued=day.isoformat())


def _content(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UnreadableError(f"{name} cannot be read: {error.strerror}") from None


def _first_draft(folder: Path, draft: Draft) -> dict[Path, str]:
    """The files of a first draft, with their texts."""
    source, sentences = draft.source, draft.reading.sentences
    texts = {
        "sources": draft.source_text(),
        "statements": draft.statement_text(sentences),
        "actors": draft.cast.text(),
    }
    paths = {kind: file_for(folder, kind, source) for kind in texts}
    files = {paths[kind]: added(paths[kind], text) for kind, text in texts.items() if text}
    if is_new(folder):
        files[folder / f"{COVER.name}.yml"] = cover_text(source, draft.reading.article.issued)
    return files


def _with_evidence(folder: Path, draft: Draft) -> dict[Path, str]:
    """The fingerprint, and the local copy, which git ignores."""
    printed = folder / "fingerprints" / f"{draft.source}.yml"
    return {
        printed: schema_line(printed) + as_seed(draft.fingerprint),
        folder / COPIES / ".gitignore": "# Local copies of articles: we do not republish them.\n*\n",
        copy_path(folder, draft.source): copy_text(draft.reading.sentences),
    }


def _summary(folder: Path, reading: Reading) -> str:
    quoted = sum(len(one.quotations) for one in reading.sentences)
    names = ", ".join(speaker.name for speaker in reading.speakers) or "nobody but the outlet"
    missing = [name for name, field, _ in _OPTIONS if not getattr(reading.article, field)]
    lines = [f"{folder.as_posix()}: {len(reading.sentences)} passages, {quoted} quotations; who speaks: {names}"]
    if missing:
        options = ", ".join(missing)
        lines.append(
            f"The article does not say everything. Write what is missing, or draft it into a new folder with {options}"
        )
    return "\n".join([*lines, "What is guessed is marked as guessed. What to do next: nox -s next"])


def main(arguments: list[str]) -> int:
    """Writes the records, or says why nothing was written.

    Args:
        arguments: The article, the folder, and what the article does not say.

    Returns:
        The exit code: 0 if the records were written, 1 if nothing was written.
    """
    chosen = _parser().parse_args(arguments)
    folder = chosen.folder or seeds_folder()
    name = "standard input" if chosen.article == STANDARD_INPUT else Path(chosen.article).name
    today = datetime.now(tz=UTC).date()
    try:
        if folder.exists() and not folder.is_dir():
            raise UnreadableError(f"{folder.as_posix()} is not a folder")
        if folder.is_dir() and is_new(folder) and any(folder.iterdir()):
            raise UnreadableError(f"{folder.as_posix()} contains something, but no dossier; choose a new folder")
        given = {field: value for _, field, _ in _OPTIONS if (value := getattr(chosen, field))}
        article = read_article(name, _content(chosen.article), given)
        known = known_of(folder)
        old = same_source(article, known.sources)
        reading = read(_dated(article, name, old))
        if not old and known.closes_before(reading.article.issued):
            raise UnreadableError(
                f"{name} was published on {reading.article.issued}, after the as-of date of the dossier; move 'as_of' first"
            )
        cast = Cast(reading.article, known.actors, known.ids)
        if old:
            draft = Draft(reading, old.id, today, cast)
            files, report = draft_again(folder, draft, old)
        else:
            draft = Draft(reading, source_id(reading, known.ids), today, cast)
            files, report = _first_draft(folder, draft), _summary(folder, reading)
        was_new = is_new(folder)
        write({**files, **_with_evidence(folder, draft)})
        if was_new or (folder / FOLDER).is_dir():
            list(write_changed(of_dossier(folder)))
    except (UnreadableError, DossierError) as wrong:
        print(f"{wrong}\nnothing was written", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder.as_posix()} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(report)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
