"""`python -m macros.desk.fingerprint [--renew] <source-id> <text file>`: makes or checks the fingerprint of a source."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.passages import part
from macros.evidence.words import SHINGLE
from macros.loading.folder import read_folder, seeds_folder
from macros.loading.records import to_model
from macros.models.fingerprint import Fingerprint
from macros.models.source import Source
from macros.problems.problem import Place, Problem

RENEW = "--renew"
USAGE = f"usage: nox -s fingerprint -- [{RENEW}] <source-id> <text file>"


def as_seed(made: Fingerprint) -> str:
    """A fingerprint as the text of a seed file."""
    lines = [
        "# Made by: nox -s fingerprint -- <source-id> <text file>. Hashes of the source's words, never its text.",
        f"- source: {made.source}",
        f"  rule: {made.rule}",
        *([f"  shingle: {made.shingle}"] if made.shingle != SHINGLE else []),
        f"  digest: {made.digest}",
        "  passages:",
    ]
    for passage in made.passages:
        lines += [f"    - address: {passage.address}", f"      words: {passage.words}"]
        for field in ("hashes", "onward", "exact", "denials"):
            if values := getattr(passage, field):
                lines.append(f"      {field}: {' '.join(values)}")
    return "\n".join(lines) + "\n"


def _without_comments(seed: str) -> list[str]:
    """The lines that hold data. The first line can name a schema."""
    return [line for line in seed.splitlines() if not line.startswith("#")]


def _source(folder: Path, source_id: str) -> Source | list[Problem]:
    """The source with an id, or what is wrong with it."""
    for raw in read_folder(folder).records:
        if raw.kind == "sources" and raw.id == source_id:
            model = to_model(raw, Source)
            return model if isinstance(model, list) else Source.model_validate(model)
    return [Problem(Place(folder.as_posix(), 1, 1), "", f"there is no source '{source_id}' that can be read")]


def main(arguments: list[str]) -> int:
    """Makes the fingerprint if there is none, else checks it.

    Args:
        arguments: The id of the source, the path of a local copy of its text, and `--renew` to replace a fingerprint that does
            not match the text.

    Returns:
        The exit code: 0 if the fingerprint was made or matches, 1 if text, passages and fingerprint do not match, 2 if
        the command line is wrong.
    """
    words = [word for word in arguments if word != RENEW]
    if len(words) != 2:
        print(USAGE, file=sys.stderr)
        return 2
    source_id, file = words
    if not Path(file).is_file():
        print(f"there is no file {file}\n{USAGE}", file=sys.stderr)
        return 2
    folder = seeds_folder()
    source = _source(folder, source_id)
    if isinstance(source, list):
        print("\n".join(map(str, source)), file=sys.stderr)
        return 1
    try:
        text = Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        print(f"{file} is not UTF-8 text; save it as UTF-8", file=sys.stderr)
        return 1
    parting = part(text, source)
    if parting.complaints:
        print("\n".join(parting.complaints), file=sys.stderr)
        return 1
    made = as_seed(make_fingerprint(source_id, parting.texts, source.language))
    target = folder / "fingerprints" / f"{source_id}.yml"
    kept = target.read_text(encoding="utf-8", errors="replace") if target.exists() else None
    if kept is not None and _without_comments(kept) == _without_comments(made):
        print(f"{target.as_posix()}: matches the text")
        return 0
    if kept is not None and RENEW not in arguments:
        print(f"{target.as_posix()}: does not match the text (to make it again, add {RENEW})", file=sys.stderr)
        return 1
    target.parent.mkdir(exist_ok=True)
    target.write_text(made, encoding="utf-8")
    print(f"{target.as_posix()}: made from {len(parting.texts)} passages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
