"""Drafts a source again after its article changed: keeps what was written, and says what moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.desk.draft.article import UnreadableError
from macros.desk.draft.files import added, copy_path, file_for
from macros.desk.draft.matching import Match, matches
from macros.desk.draft.records import Draft
from macros.desk.draft.seed_text import record
from macros.evidence.passages import part
from macros.evidence.words import words_of
from macros.loading.folder import seed_files
from macros.loading.text_edits import Node, TextEdits, inline, node_of
from macros.models.source import Source

_INDENT = 4
_GONE = "# The article no longer has this sentence:\n"


@dataclass(frozen=True)
class SeedFile:
    """A seed file that is edited in place.

    Attributes:
        path: Where it is.
        edits: Its text, and what changes in it.
        records: Its records.
    """

    path: Path
    edits: TextEdits
    records: tuple[Node, ...]


def _files(folder: Path, kind: str) -> list[SeedFile]:
    found = []
    for name, path in seed_files(folder):
        text = path.read_text(encoding="utf-8")
        node = node_of(text) if name == kind else None
        if node:
            found.append(SeedFile(path, TextEdits(text), node.items))
    return found


def _value(node: Node, field: str) -> object:
    return node.fields[field].value if field in node.fields else None


def draft_again(folder: Path, draft: Draft, old: Source) -> tuple[dict[Path, str], str]:
    """The files that change, with their texts, and a report of what moved.

    Args:
        folder: The folder of the dossier.
        draft: The draft of the article as it is now.
        old: The source as the dossier has it.

    Raises:
        UnreadableError: The passages are written in a way that cannot be edited in place.
    """
    draft.cast.outlet = old.publisher
    copy = copy_path(folder, old.id)
    texts = part(copy.read_text(encoding="utf-8"), old).texts if copy.is_file() else {}
    found = matches(old.passages, texts, draft.reading.sentences)
    fresh = [one.sentence for one in found if one.before is None]
    moved = {one.before: one.sentence.address for one in found if one.before}
    gone = [passage.address for passage in old.passages if passage.address not in moved]
    # A sentence that is gone gets an address that no other sentence has, so that nothing rests on another one unseen.
    last = max(
        (int(one.address[1:].split("s")[0]) for one in draft.reading.sentences if one.address[0] == "p"), default=0
    )
    nowhere = {address: f"p{last + 1}s{number}" for number, address in enumerate(gone, start=1)}
    files: dict[Path, str] = {}
    for file in _files(folder, "sources"):
        for node in file.records:
            if _value(node, "id") == old.id:
                files[file.path] = _with_passages(file, node, found, draft)
    resting: dict[str, list[str]] = {}
    for file in _files(folder, "statements"):
        for node in file.records:
            if _value(node, "source") == old.id:
                _readdress(file.edits, node, {**moved, **nowhere}, resting)
        files[file.path] = file.edits.result()
    statements, actors = (file_for(folder, kind, old.id) for kind in ("statements", "actors"))
    if new := draft.statement_text(fresh):
        files[statements] = added(statements, new, files.get(statements))
    if draft.cast.made:
        files[actors] = added(actors, draft.cast.text())
    return files, _report(folder, old, found, gone, resting)


def _with_passages(file: SeedFile, source: Node, found: tuple[Match, ...], draft: Draft) -> str:
    """The text of the file with the passages in their new order: old ones as they were written, new ones as they are guessed."""
    listed = source.fields.get("passages")
    if listed is None or listed.is_flow:
        raise UnreadableError(
            f"{file.path.as_posix()}: the passages are not one below another; list them so, then try again"
        )
    text = file.edits.text
    starts = [_begin(text, item) for item in listed.items]
    end = text.find("\n", listed.end) + 1 or len(text)
    chunks = {
        str(_value(item, "address")): (item, begin, after)
        for item, begin, after in zip(listed.items, starts, [*starts[1:], end], strict=True)
    }
    margin = _column(text, text.rindex("-", 0, listed.items[0].start))
    parts = []
    for one in found:
        if one.before is None:
            parts += [record(fields, margin) for fields in draft.passages([one.sentence])]
        else:
            item, begin, after = chunks.pop(one.before)
            parts.append(_renewed(text[begin:after], item, begin, one))
    for _, begin, after in chunks.values():
        parts.append(
            " " * margin + _GONE + "".join(f"{' ' * margin}# {line}\n" for line in text[begin:after].splitlines())
        )
    return text[: starts[0]] + "".join(part if part.endswith("\n") else f"{part}\n" for part in parts) + text[end:]


def _begin(text: str, item: Node) -> int:
    """Where the first line of an item begins, with the comments above it."""
    begin = text.rindex("\n", 0, item.start) + 1
    while (above := text.rfind("\n", 0, begin - 1) + 1) and text[above:begin].lstrip().startswith("#"):
        begin = above
    return begin


def _renewed(chunk: str, item: Node, begin: int, match: Match) -> str:
    """The text of a passage with its new address, and its new first and last words if they changed."""
    edits = TextEdits(chunk)
    wanted = {"address": match.sentence.address}
    if match.is_changed:
        wanted |= {"starts": match.sentence.starts, "ends": match.sentence.ends}
    for field, value in wanted.items():
        node = item.fields[field]
        if _words(str(node.value)) != _words(value):
            shifted = Node(node.start - begin, node.end - begin, node.is_flow, node.value)
            edits.replace(shifted, inline(value))
    if match.is_changed and "guessed" not in item.fields:
        key = item.keys["address"].start - begin
        shifted = Node(key, key, is_flow=False, value="")
        edits.replace(
            shifted,
            "guessed: [starts, ends], " if item.is_flow else f"guessed: [starts, ends]\n{' ' * _column(chunk, key)}",
        )
    return edits.result()


def _column(text: str, place: int) -> int:
    return place - (text.rfind("\n", 0, place) + 1)


def _words(text: str) -> list[str]:
    return [word.normal for word in words_of(text)]


def _readdress(edits: TextEdits, statement: Node, moved: dict[str, str], resting: dict[str, list[str]]) -> None:
    """Writes the new addresses of the passages of a statement, and remembers what rests on which old address."""
    for item in statement.fields["passages"].items:
        address = str(item.value)
        resting.setdefault(address, []).append(str(_value(statement, "id")))
        if moved.get(address, address) != address:
            edits.replace(item, moved[address])


def _report(folder: Path, old: Source, found: tuple[Match, ...], gone: list[str], resting: dict[str, list[str]]) -> str:
    """What moved, a line each."""

    def on(address: str) -> str:
        names = resting.get(address, [])
        return f"; look again at {', '.join(names)}" if names else ""

    lines = []
    for one in found:
        now, before = one.sentence.address, one.before
        if before is None:
            lines.append(f"{now}: new")
        elif one.is_changed:
            was = f" (was {before})" if before != now else ""
            lines.append(f"{now}{was}: its words changed{on(before)}")
        elif before != now:
            lines.append(f"{now}: was {before}")
    lines += [f"{address}: no longer in the article{on(address)}" for address in gone]
    head = f"{folder.as_posix()}: {old.id} has {len(found)} passages"
    return "\n".join([f"{head}; {'these changed:' if lines else 'nothing changed'}", *lines])
