"""Publishes of Material's files only what the pages load, and one style sheet for all of them."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from macros.exports.files import ExportedFile
from macros.mkdocs.made_file import MadeFile
from macros.rendering.environment import TEMPLATES
from macros.site.stylesheet import used_properties, used_rules, words_of

STYLES = "assets/styles.css"
"""The style sheet of every page: what is used of Material's, then ours. One request instead of four shows the page sooner."""

_SOURCE_MAP = re.compile(r"\n?(?://|/\*)# sourceMappingURL=[^\n]*")
_PLAIN = frozenset({"toc", "tables", "fenced_code"})
"""The extensions of Markdown whose HTML has no classes of Material."""


def _without_source_map(file: File) -> str:
    return _SOURCE_MAP.sub("", file.content_string)


def _all_words(files: Files) -> frozenset[str]:
    """Every word of templates, hand-written pages, scripts and style sheets."""
    templates = (path for path in TEMPLATES.rglob("*.*") if path.suffix in {".html", ".j2"} and path.is_file())
    ours = [path.read_text(encoding="utf-8") for path in templates]
    parts = [*files.documentation_pages(), *files.css_files(), *files.javascript_files()]
    return words_of("\n".join([*ours, *(file.content_string for file in parts)]))


def _styles(material: str, ours: list[str], words: frozenset[str] | None) -> str:
    own = "".join(ours)
    return (used_properties(used_rules(material, words), own) if words else material) + own


def _merge_styles(material: File, files: Files, config: MkDocsConfig) -> None:
    """Puts the style sheets of the configuration behind that of Material, in one file."""
    # The HTML of other extensions, such as admonitions, has classes that stand in no page.
    words = _all_words(files) if _PLAIN.issuperset(config.markdown_extensions) else None
    # An address in a style sheet is relative to its folder.
    own_names = [path for path in config.extra_css if Path(path).parent == Path(STYLES).parent]
    ours = {path: own for path in own_names if (own := files.get_file_from_path(path))}
    for own in ours.values():
        files.remove(own)
    text = partial(_styles, _without_source_map(material), [own.content_string for own in ours.values()], words)
    files.append(MadeFile(ExportedFile(STYLES, text), config))
    config.extra_css = [STYLES, *(path for path in config.extra_css if path not in ours)]


def publish_theme(files: Files, config: MkDocsConfig) -> None:
    """Replaces the files of Material with those that the pages load, and the style sheets with one.

    Material also brings source maps, and its own search with files for each language.

    Args:
        files: The files of MkDocs, which this changes.
        config: The configuration, whose list of style sheets this changes.
    """
    brought = {file.src_uri: file for file in files if file.src_dir in config.theme.dirs[1:]}
    for file in brought.values():
        files.remove(file)
    material = config.extra["material"]
    _merge_styles(brought[material["stylesheet"]], files, config)
    for name in (material["script"], config.theme["favicon"]):
        if name.endswith(".js") and name in brought:
            text = partial(_without_source_map, brought[name])
            files.append(MadeFile(ExportedFile(name, text), config))
        elif name in brought:
            files.append(brought[name])
