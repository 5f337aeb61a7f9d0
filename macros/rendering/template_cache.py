"""Keeps compiled templates between builds, including those of Material. Compiling takes a fifth of a build.

Each file in `.cache/` begins with a hash of the rest. Python runs what the file holds without looking at it, so a flipped byte could
do anything. A file that does not match its hash, or is of an older text of its template, is made again.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent.parent.parent / ".cache" / "templates"

_SIZE = 32


def _hash(code: bytes) -> bytes:
    return blake2b(code, digest_size=_SIZE).digest()


class VerifiedCache(BytecodeCache):
    """A store of compiled templates that gives back only what was put into it."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Reads the code of a template, if it is kept and unharmed."""
        with suppress(OSError):
            kept = (FOLDER / bucket.key).read_bytes()
            if kept[:_SIZE] == _hash(kept[_SIZE:]):
                bucket.bytecode_from_string(kept[_SIZE:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template. Another process never sees half a file, and a full disk stops no build."""
        code = bucket.bytecode_to_string()
        with suppress(OSError), tempfile.NamedTemporaryFile(dir=FOLDER, delete=False) as file:
            file.write(_hash(code) + code)
            file.close()
            os.replace(file.name, FOLDER / bucket.key)  # noqa: PTH105  (the name is text)


@cache
def template_cache() -> VerifiedCache | None:
    """The store of compiled templates; None if the project folder is not writable."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=FOLDER).close()
    except OSError:
        return None
    return VerifiedCache()
