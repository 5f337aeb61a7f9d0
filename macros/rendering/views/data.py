"""The files that a reader can download, the meaning of their fields, and how to cite them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from macros.exports.files import ExportedFile
from macros.models.argument import Argument
from macros.models.base import is_always_given
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
    """A kind of record in the codebook.

    Attributes:
        name: The name of the kind.
        meaning: What the kind is.
        fields: For each field: its name, its meaning, and whether every record has a value in it.
    """

    name: str
    meaning: str
    fields: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class DataView:
    """The page of downloads.

    Attributes:
        whole: Files with the whole dossier.
        tables: Tables of it that have rows.
        arguments: Each argument with its files.
        codebook: The kinds of record in the files.
        sources: The sources to cite, in addition to the site.
    """

    whole: tuple[Download, ...]
    tables: tuple[Download, ...]
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
            tuple((name, _meaning(field), is_always_given(field)) for name, field in kind.model.model_fields.items()),
        )
        for kind in FILE_KINDS.values()
        if kind.is_exported
    )


def data(dossier: Dossier, files: Iterable[ExportedFile]) -> DataView:
    """Every file with its size, and the codebook, which is generated from the models.

    Args:
        dossier: The dossier.
        files: Every file that a reader can download.
    """
    downloads = [Download(file, max(1, round(len(file.content.encode()) / 1000))) for file in files]
    return DataView(
        whole=tuple(item for item in downloads if item.file.address.startswith("data/") and not item.file.is_table),
        # A table always has its header.
        tables=tuple(item for item in downloads if item.file.is_table and item.file.content.count("\n") > 1),
        arguments=tuple(
            (argument, tuple(item for item in downloads if item.file.address.startswith(f"argument/{argument.id}.")))
            for argument in dossier.arguments
        ),
        codebook=_codebook(),
        sources=dossier.base_layer,
    )
