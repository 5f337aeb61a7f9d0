"""The part of a style sheet that a site uses.

The style sheet of Material has rules for everything that its many options can show. It delays the first paint of every page, and
most of it concerns classes that no page has. A parser of CSS in Python takes a fifth of a build for it, so this reads only
what it needs: rules with their selectors. It expects what a minifier writes: no comments, and no braces in strings.
"""

from __future__ import annotations

import re
from collections.abc import Set

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_EMPTY_GROUP = re.compile(r"[^{};]+\{\}")
_COMMA = re.compile(r",(?![^(]*\))")
_OPTIONAL = re.compile(r":[\w-]+\([^()]*\)|\[[^\]]*\]")
"""Parts of a selector that do not say which classes an element must have, such as `:not(.x)`."""

_CLASS = re.compile(r"\.([a-zA-Z_-][\w-]*)")
_PROPERTY = re.compile(r'(--[\w-]+):(?:"[^"]*"|[^;"])*;?')
_USE = re.compile(r"var\(\s*(--[\w-]+)")
_WORD = re.compile(r"[\w-]+")


def words_of(text: str) -> frozenset[str]:
    """Every word of a template, page, script or style sheet that can be a class.

    Args:
        text: The text.
    """
    return frozenset(_WORD.findall(text))


def _is_for(selector: str, words: Set[str]) -> bool:
    """Whether an element with these classes can exist. Scripts add elements and modifiers to a block (`block__part--variant`)."""
    classes = _CLASS.findall(_OPTIONAL.sub("", selector))
    return all(name in words or re.split("__|--", name)[0] in words for name in classes)


def used_rules(css: str, words: Set[str]) -> str:
    """A style sheet without the rules for classes that no page has.

    Args:
        css: The style sheet, minified.
        words: Every class of the pages. Other words do no harm.
    """

    def kept(rule: re.Match[str]) -> str:
        selectors = [one for one in _COMMA.split(rule[1]) if _is_for(one, words)]
        return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""

    return _EMPTY_GROUP.sub("", _RULE.sub(kept, css))


def used_properties(css: str, others: str) -> str:
    """A style sheet without the custom properties that nothing uses.

    Args:
        css: The style sheet, minified.
        others: The other style sheets of the page.
    """
    used = set(_USE.findall(css + others))

    def kept(rule: re.Match[str]) -> str:
        return f"{rule[1]}{{{_PROPERTY.sub(lambda one: one[0] if one[1] in used else '', rule[2])}}}"

    return _EMPTY_GROUP.sub("", _RULE.sub(kept, css))
