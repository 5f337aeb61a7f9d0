"""The generated part of the field guide: every field of the models, and an example of each record."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.desk.schema import EXAMPLE, EXTRA_EXAMPLES
from macros.desk.word_meanings import lists_in
from macros.loading.folder import seed_files
from macros.models.base import Nothing, Record
from macros.models.kinds import ALL_KINDS, FILE_KINDS
from macros.models.references import Ref, hints_of, marks_in, models_in

BEGIN = "<!-- Made by nox -s schema from the models. Do not edit below this line. -->"


def _links(model: type[BaseModel], name: str) -> Iterator[str]:
    """Links from a field to what it contains and to the records that it names."""
    hint = hints_of(model)[name]
    yield from (f"See [{_title(inner)}](#{_anchor(inner)})." for inner in models_in(hint))
    kinds = [ALL_KINDS[kind] for mark in marks_in(hint) if isinstance(mark, Ref) for kind in mark.kinds]
    if kinds:
        yield f"Names: {', '.join(f'[{kind.name}](#{_anchor(kind.model)})' for kind in kinds)}."


def _row(model: type[BaseModel], name: str, field: FieldInfo) -> str:
    need = "**required**" if field.is_required() else ""
    words = [word for words in lists_in(field.annotation) for word in words]
    is_listed = all(word in (field.description or "") for word in words)
    choice = "" if is_listed or set(words) == set(Nothing) else f"One of: {', '.join(words)}."
    text = " ".join(filter(None, (field.description, choice, *_links(model, name)))).replace("|", "\\|")
    return f"| `{name}` | {need} | {text} |"


def _title(model: type[BaseModel]) -> str:
    return "".join(f" {char.lower()}" if char.isupper() else char for char in model.__name__).strip()


def _anchor(model: type[BaseModel]) -> str:
    return f"fields-of-{_title(model)}".replace(" ", "-")


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield f"#### Fields of {_title(model)}"
    yield ""
    yield (model.__doc__ or "").partition("\n\n")[0].replace("\n    ", " ")
    yield ""
    yield "| field | | meaning |"
    yield "| --- | --- | --- |"
    yield from (_row(model, name, field) for name, field in model.model_fields.items())
    yield ""


def _section(kind: str, model: type[Record], done: set[type[BaseModel]]) -> Iterator[str]:
    yield f"### `{kind}.yml`"
    yield ""
    for example in (path for folder in (EXAMPLE, EXTRA_EXAMPLES) for name, path in seed_files(folder) if name == kind):
        yield f"```yaml\n{example.read_text(encoding='utf-8').rstrip()}\n```"
        yield ""
    waiting: list[type[BaseModel]] = [model]
    while waiting:
        one = waiting.pop(0)
        if one not in done:
            done.add(one)
            yield from _table(one)
            for field in one.model_fields.values():
                waiting.extend(models_in(field.annotation))


def guide(written: str) -> str:
    """The field guide with its generated part updated.

    Args:
        written: The current guide. The text before the generated part is kept.
    """
    lines = [BEGIN, "", "## Every file and field, with an example", ""]
    done: set[type[BaseModel]] = set()
    for kind in FILE_KINDS.values():
        lines.extend(_section(kind.name, kind.model, done))
    return "\n".join([written.partition(BEGIN)[0].rstrip(), "", *lines]).rstrip() + "\n"
