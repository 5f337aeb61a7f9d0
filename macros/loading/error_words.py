"""pydantic's errors in the words of an editor."""

from __future__ import annotations

from pydantic_core import ErrorDetails

from macros.models.typography import lower_first
from macros.problems.problem import did_you_mean, shortened

PATTERN_WORDS = {
    "a-z0-9]+(-": ("cannot be used as an id", "use lower-case letters a-z, digits and single hyphens"),
    "dateline": (
        "is no address of a passage",
        "p4s2 is sentence 2 of paragraph 4; headline and dateline are the others",
    ),
    "a-z]{2,3}": ("is no language tag", "write en, hy, az …"),
    "0-9a-f]{": ("is no hash", "make the fingerprint anew: nox -s fingerprint"),
    r"\d{2,4}": ("is no CAMEO code", "it has two to four digits"),
}
"""What a text that misses its pattern is not, by a piece of the pattern."""

TYPE_WORDS = {
    "string_too_short": ("{field} is empty", "write a text or leave the field out"),
    "string_too_long": ("{field} is too long", "80 characters at most"),
    "string_type": ("{field} must be one piece of text", ""),
    "tuple_type": ("{field} must be a list", "put each item on a line of its own after '- ', or write [a, b]"),
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
"""What is wrong and what to do, by pydantic's type of error."""

_KIND_OF_FIELD = {"nothing": "kind of nothing", "introductions": "page"}


def _expected_words(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def explained(error: ErrorDetails, field: str) -> tuple[str, str]:
    """What is wrong with a field, and what was probably meant.

    Args:
        error: One of pydantic's errors.
        field: How the message shall call the field.
    """
    typed = shortened(error["input"]) if isinstance(error["input"], str) else ""
    match error["type"]:
        case "enum" | "literal_error" if not isinstance(error["input"], str):
            return f"{field} must be one word", did_you_mean("", _expected_words(error))
        case "enum" | "literal_error":
            hint = did_you_mean(typed, _expected_words(error))
            return f"'{typed}' is no {_KIND_OF_FIELD.get(field, field.replace('_', ' '))} we know", hint
        case "string_pattern_mismatch":
            pattern = error["ctx"]["pattern"]
            unknown = (f"cannot be used as {field}", f"it must match {pattern}")
            message, hint = next((words for piece, words in PATTERN_WORDS.items() if piece in pattern), unknown)
            return f"'{typed}' {message}", hint
        case "value_error":
            return f"{field}: {error['ctx']['error']}", ""
    if error["type"] not in TYPE_WORDS:
        return f"{field}: {lower_first(error['msg'])}", ""
    message, hint = TYPE_WORDS[error["type"]]
    return message.format(field=field), hint
