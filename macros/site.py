"""MkDocs hook adapter: site name, pages that come from records, nav, contents, files to watch.

MkDocs keeps a hook module for the life of `mkdocs serve`. So this one stays small and imports the rest of
the package anew for each build; otherwise an edit to Python, or to seeds read before, would never show.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import sys
from dataclasses import asdict
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from macros.models.dossier import Dossier
    from macros.rendering.pages import GeneratedPage
    from macros.rendering.proof import Proofreader
    from macros.rendering.search import ShownPage

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_FAILED_MACRO = re.compile(r"\A# _Macro \w+ Error_\n\n_File_: `(?P<file>[^`]*)`\s+_(?P<error>[^\n]*)")
"""Begins the text that mkdocs-macros puts into a page in place of a macro that failed."""


class _Build:
    """What the events of one build share."""

    root = Path()
    dossier: Dossier
    generated: dict[str, GeneratedPage]
    proofreader: Proofreader
    is_served = False
    shown: list[ShownPage]


def _safe(text: str) -> Markup:
    """Escapes for HTML and for Jinja: mkdocs-macros renders titles as templates, Material does not escape."""
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))


def _fresh(name: str) -> Any:
    return importlib.import_module(f"macros.{name}")


def _material(config: MkDocsConfig, pattern: str) -> str:
    """The address of a file of Material, whose name changes with its version."""
    theme = next(Path(folder) for folder in config.theme.dirs if list(Path(folder).glob(pattern)))
    return next(theme.glob(pattern)).relative_to(theme).as_posix()


def on_startup(command: str, **_: Any) -> None:
    """Notes whether pages are served while they are edited (MkDocs event)."""
    _Build.is_served = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the dossier before anything is written, and names the site after it (MkDocs event).

    Raises:
        PluginError: The dossier has problems; the text lists them all.
    """
    _Build.root = Path(config.config_file_path or ".").resolve().parent
    if str(_Build.root) not in sys.path:
        sys.path.insert(0, str(_Build.root))
    for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
        del sys.modules[name]
    try:
        dossier = _fresh("validation.open").current_dossier(_Build.root)
    except _fresh("loading.problem").DossierError as wrong:
        raise PluginError(f"The dossier has problems:\n{wrong}") from None
    _Build.dossier = dossier
    _Build.shown = []
    _Build.proofreader = _fresh("rendering.proof").Proofreader(dossier)
    _Build.generated = {f"{page.address.rstrip('/')}.md": page for page in _fresh("rendering.pages").pages(dossier)}
    config.site_name = _safe(dossier.cover.title)
    config.site_description = _safe(dossier.cover.description)
    config.extra["strapline"] = _fresh("rendering.environment").render_part(dossier, "strapline")
    config.extra["material"] = {
        "stylesheet": _material(config, "assets/stylesheets/main.*.min.css"),
        "script": _material(config, "assets/javascripts/bundle.*.min.js"),
        "worker": _material(config, "assets/javascripts/workers/search.*.min.js"),
    }
    # The server of `mkdocs serve` adds a script of its own to each page, which a policy would refuse.
    config.extra["script_hashes"] = "" if _Build.is_served else _fresh("rendering.policy").PLACE
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the downloads and the pages that come from records, and puts these into the nav (MkDocs event)."""
    exported = [
        (file.address, file.content) for file in _fresh("exports.files").files(_Build.dossier, config.site_url or "")
    ]
    for path, text in (*exported, *_fresh("rendering.environment").drawings(_Build.dossier)):
        files.append(File.generated(config, path, content=text))
    for path, page in _Build.generated.items():
        content = f'{{{{ {page.template}("{page.record_id}") }}}}\n'
        files.append(File.generated(config, path, content=content))
        for entry in config.nav or []:
            for children in entry.values() if isinstance(entry, dict) else ():
                if isinstance(children, list) and children[0] == f"{page.address.split('/')[0]}/index.md":
                    children.append({_safe(page.title): path})
    return files


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Gives each page its title and description, escaped (MkDocs event, after mkdocs-macros).

    Raises:
        PluginError: A macro failed. A build ends, a server goes on with the last good page. The plugin's own
            `on_error_fail` would end the process, and a server with it, and say nothing in a quiet build.
    """
    failed = _FAILED_MACRO.match(markdown) or _FAILED_MACRO.match(str(page.title))
    if failed:
        raise PluginError(f"{failed['file']}: {failed['error'].replace(':_ **', ': ').replace('_:', ':').strip('*')}")
    generated = _Build.generated.get(page.file.src_uri)
    if generated:
        page.meta["title"] = _safe(generated.title)
    introduction = _Build.dossier.cover.introductions.get(str(page.meta.get("macro", "")))  # type: ignore[call-overload]
    head = [str(generated.title)] if generated else []
    page.meta["description"] = _safe(": ".join([*head, introduction or _Build.dossier.cover.description]))
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Proofreads the page, and builds its contents, for raw HTML has no headings in Markdown (MkDocs event).

    Raises:
        PluginError: The page breaks a rule of evidence.
    """
    wrong = list(_Build.proofreader.problems(html))
    if wrong:
        raise PluginError("\n".join(f"{page.file.src_uri}: {problem}" for problem in wrong))
    tokens: list[dict[str, Any]] = []  # the form that Python-Markdown's toc extension makes
    for level, anchor, inner in _HEADING.findall(html):
        name = escape(unescape(_TAG.sub("", inner)).strip())
        token = {"id": anchor, "name": str(name), "level": int(level), "children": []}
        (tokens[-1]["children"] if level == "3" and tokens else tokens).append(token)
    page.toc = get_toc(cast("Any", tokens))
    generated = _Build.generated.get(page.file.src_uri)
    template = generated.template if generated else str(page.meta.get("macro", ""))
    title, headings = str(page.meta.get("title", page.title)), tuple(token["name"] for token in tokens)
    _Build.shown.append(_fresh("rendering.search").ShownPage(page.url, template, title, headings, html))
    return html


def on_post_page(output: str, **_: Any) -> str:
    """Completes the page's Content-Security-Policy (MkDocs event)."""
    return str(_fresh("rendering.policy").with_script_hashes(output))


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Does the same for the error page, which is no page to MkDocs (MkDocs event)."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Puts our entries in the place of those that the search plugin made of headings (MkDocs event)."""
    file = Path(config.site_dir) / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    search = _fresh("rendering.search")
    index["docs"] = [asdict(entry) for entry in search.search_entries(_Build.dossier, _Build.shown)]
    index["config"]["fields"]["title"]["boost"] = search.TITLE_BOOST
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Watches seeds, templates and Python (MkDocs event)."""
    server.watch(str(_fresh("loading.folder").seeds_folder(_Build.root)))
    server.watch(os.fspath(_Build.root / "macros"))
    return server
