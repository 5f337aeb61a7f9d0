"""Messages for pydantic's errors, in words that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import ErrorDetails

from macros.models.typography import lower_first
from macros.problems.problem import did_you_mean, shortened

PATTERN_WORDS = {
    "a-z0-9]+(-": ("cannot be used as an id", "use lower-case letters a-z, digits and single hyphens"),
    "dateline": (
        "is not an address of a passage",
        "write p4s2 for sentence 2 of paragraph 4; headline and dateline are also addresses",
    ),
    "a-z]{2,3}": ("is not a language tag", "write en, fr, pt-BR …"),
    "0-9a-f]{16}": ("is not a hash", "run: nox -s review"),
    "0-9a-f]{": ("is not a hash", "make the fingerprint again: nox -s fingerprint -- --renew <source-id> <text file>"),
    r"\d{2,4}": ("is not a CAMEO code", "it has two to four digits"),
}
"""The message and the hint for a text that does not match its pattern, by a piece of the pattern."""

TYPE_WORDS = {
    "string_too_short": ("{field} is empty", "write a text, or remove the field"),
    "string_too_long": ("{field} is too long", "at most 80 characters"),
    "string_type": ("{field} must be a single text", ""),
    "tuple_type": ("{field} must be a list", "put each item on its own line after '- ', or write [a, b]"),
    "bool_parsing": ("{field} must be yes or no", ""),
    "bool_type": ("{field} must be yes or no", ""),
    "int_type": ("{field} must be a whole number", ""),
    "int_parsing": ("{field} must be a whole number", ""),
    "int_parsing_size": ("{field} must be a whole number", ""),
    "greater_than_equal": ("{field} is too small", ""),
    "too_short": ("{field} must not be empty", ""),
    "too_long": ("{field} has too many items", ""),
    "model_type": ("{field} must be a set of fields", "write 'field: value' lines"),
    "dict_type": ("{field} must be a set of fields", "write 'field: value' lines"),
}
"""The message and the hint, by pydantic's type of error."""

_KIND_OF_FIELD = {"nothing": "kind of nothing", "introductions": "page"}


def _of_pattern(pattern: str, otherwise: str) -> tuple[str, str]:
    unknown = (otherwise, f"it must match {pattern}")
    return next((words for piece, words in PATTERN_WORDS.items() if piece in pattern), unknown)


def words_of_pattern(pattern: str, examples: Iterable[str]) -> str:
    """What a text editor says about a text that does not match a pattern.

    Args:
        pattern: The pattern.
        examples: Texts that match it, if it needs examples.
    """
    if shown := " or ".join(examples):
        return f"This cannot be read: write it like {shown}."
    message, hint = _of_pattern(pattern, "cannot be used here")
    return f"This {message}: {hint}."


def _choice(typed: str, error: ErrorDetails) -> str:
    """A hint for a word that is not one of a fixed list, however long the list is."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    words = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
    return did_you_mean(typed, words, len(words))


def explained(error: ErrorDetails, field: str) -> tuple[str, str]:
    """The message and the hint for a field.

    Args:
        error: One of pydantic's errors.
        field: The name of the field in the message.
    """
    typed = shortened(error["input"]) if isinstance(error["input"], str) else ""
    match error["type"]:
        case "enum" | "literal_error" if not isinstance(error["input"], str):
            return f"{field} must be one word", _choice("", error)
        case "enum" | "literal_error":
            name = field.removeprefix("an item of ")
            known = _KIND_OF_FIELD.get(name, name.replace("_", " "))
            return f"'{typed}' is not a known {known}", _choice(typed, error)
        case "string_pattern_mismatch":
            message, hint = _of_pattern(error["ctx"]["pattern"], f"cannot be used as {field}")
            return f"'{typed}' {message}", hint
        case "too_short" if error["input"]:
            return f"{field} must have at least {error['ctx']['min_length']} items", ""
        case "value_error":
            return f"{field}: {error['ctx']['error']}", ""
    if error["type"] not in TYPE_WORDS:
        return f"{field}: {lower_first(error['msg'])}", ""
    message, hint = TYPE_WORDS[error["type"]]
    return message.format(field=field), hint
