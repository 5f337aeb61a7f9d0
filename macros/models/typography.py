"""Capitals: the first letter of a text as a capital or in lower case."""

from __future__ import annotations


def capital_first(text: str) -> str:
    """The text with its first letter as a capital. The other letters do not change."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter in lower case, for a date in the middle of a sentence."""
    return text[:1].lower() + text[1:]
