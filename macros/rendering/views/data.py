"""What a reader may take away, what the fields of it mean, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from macros.exports.files import ExportedFile
from macros.models.argument import Argument
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.source import Source


@dataclass(frozen=True)
class Download:
    """A file with its size in kilobytes (1,000 bytes), at least 1."""

    file: ExportedFile
    kilobytes: int


@dataclass(frozen=True)
class CodebookEntry:
    """A kind of record: what it is, and its fields with what they mean."""

    name: str
    meaning: str
    fields: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class DataView:
    """The page of downloads.

    Attributes:
        whole: Files that hold the whole dossier, or a table of it.
        arguments: For each argument, its files.
        codebook: The kinds of record that the files hold.
        sources: What to cite beside the site.
    """

    whole: tuple[Download, ...]
    arguments: tuple[tuple[Argument, tuple[Download, ...]], ...]
    codebook: tuple[CodebookEntry, ...]
    sources: tuple[Source, ...]


def _meaning(field: FieldInfo) -> str:
    return field.description or ""


def _codebook() -> tuple[CodebookEntry, ...]:
    return tuple(
        CodebookEntry(
            kind.name,
            (kind.model.__doc__ or "").split("\n", 1)[0],
            tuple((name, _meaning(field), field.is_required()) for name, field in kind.model.model_fields.items()),
        )
        for kind in FILE_KINDS.values()
        if kind.is_exported
    )


def data(dossier: Dossier, files: Iterable[ExportedFile]) -> DataView:
    """Every file with its size, and the codebook that the models give.

    Args:
        dossier: The dossier.
        files: Every file that a reader may take away.
    """
    made = [Download(file, max(1, round(len(file.content.encode()) / 1000))) for file in files]
    return DataView(
        whole=tuple(one for one in made if one.file.address.startswith("data/")),
        arguments=tuple(
            (argument, tuple(one for one in made if one.file.address.startswith(f"argument/{argument.id}.")))
            for argument in dossier.arguments
        ),
        codebook=_codebook(),
        sources=dossier.base_layer,
    )
