"""Checks the format of a dossier before anything else, because the fields of another format would only cause noise."""

from __future__ import annotations

from enum import Enum, auto
from shlex import quote

from macros.loading.raw import RawDossier, RawRecord
from macros.models.cover import FORMAT
from macros.models.kinds import COVER
from macros.problems.problem import Problem, shortened

FIELD = "format"
COMMAND = "nox -s migrate"


class Age(Enum):
    """How the format of a dossier relates to the one that this version reads."""

    OLDER = auto()
    CURRENT = auto()
    NEWER = auto()
    UNKNOWN = auto()


def _cover(raw: RawDossier) -> RawRecord | None:
    covers = (record for record in raw.records if record.kind == COVER.name and isinstance(record.value, dict))
    return next(covers, None)


def _written(cover: RawRecord) -> object:
    return cover.value.get(FIELD, "1") if isinstance(cover.value, dict) else None


def age(raw: RawDossier) -> Age:
    """How old the format of a dossier is. Without a cover that can be read, it is taken for the current one.

    Args:
        raw: The dossier as it was read.
    """
    cover = _cover(raw)
    if cover is None or (written := _written(cover)) == FORMAT:
        return Age.CURRENT
    if not isinstance(written, str) or not written.isdecimal() or not int(written):
        return Age.UNKNOWN
    return Age.NEWER if int(written) > int(FORMAT) else Age.OLDER


def format_problem(raw: RawDossier) -> Problem | None:
    """What is wrong with the format of a dossier; None if nothing is.

    Args:
        raw: The dossier as it was read.
    """
    cover = _cover(raw)
    if cover is None:
        return None
    match age(raw):
        case Age.OLDER:
            command = f"{COMMAND} -- {quote(raw.folder.as_posix())}"
            hint = f"run: {command}; if you wrote this dossier for this version, add '{FIELD}: {FORMAT}'"
            return cover.problem(f"it has format 1, but this version reads format {FORMAT}", FIELD, hint=hint)
        case Age.NEWER:
            written = shortened(str(_written(cover)))
            hint = f"update the generator; this version reads format {FORMAT}"
            return cover.problem(f"it has format {written}, and was made by a newer version", FIELD, hint=hint)
        case Age.UNKNOWN:
            return cover.problem("this is not a format", FIELD, hint=f"write '{FIELD}: {FORMAT}'")
    return None
