"""What each word of a fixed list means: the texts that stand below the words in the models."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Any, get_args


def lists_in(annotation: Any) -> Iterator[type[StrEnum]]:
    """The lists of words that a field accepts."""
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        yield annotation
    for argument in get_args(annotation):
        yield from lists_in(argument)


@cache
def meanings(words: type[StrEnum]) -> dict[str, str]:
    """The meaning of each word that has one. Python keeps no text of a member, so it is read from the code.

    Args:
        words: The list of words.
    """
    (definition,) = ast.parse(inspect.getsource(words)).body
    found = {}
    for word, text in pairwise(getattr(definition, "body", ())):
        match word, text:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(meaning))):
                found[words[name].value] = meaning
    return found
