"""MkDocs hook adapter: site name, pages that come from records, nav, contents, files to watch.

MkDocs keeps a hook module for the life of `mkdocs serve`. So this one stays small, imports the rest of the package
anew once its code has changed, and reads the seeds anew for each build; otherwise no edit to either would show.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import re
import sys
from collections import Counter
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

if TYPE_CHECKING:
    from macros.mkdocs.preview import Preview
    from macros.models.dossier import Dossier
    from macros.proofreading.proofreader import Proofreader
    from macros.site.build import GeneratedPage
    from macros.site.search_index import ShownPage

_FAILED_MACRO = re.compile(r"\A# _Macro \w+ Error_\n\n_File_: `(?P<file>[^`]*)`\s+_(?P<error>[^\n]*)")
"""Begins the text that mkdocs-macros puts into a page in place of a macro that failed."""


MAX_IN_NAV = 60
"""A section of more pages lists them on its own page, and not in the nav."""


GARBAGE_AFTER = 100_000
"""How many more containers a build makes than it drops before Python looks for garbage; by itself it would after a few hundred."""


class _Build:
    """What the events of one build share."""

    root = Path()
    code: ClassVar[dict[Path, int]] = {}
    dossier: Dossier
    generated: dict[str, GeneratedPage]
    preview: Preview | None = None
    absent: frozenset[str]
    blocks: list[str]
    proofreader: Proofreader
    shown: list[ShownPage]


def _safe(text: str) -> Markup:
    """Escapes for HTML and for Jinja: mkdocs-macros renders titles as templates, Material does not escape."""
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))


def _fresh(name: str) -> Any:
    return importlib.import_module(f"macros.{name}")


def _forget(root: Path) -> None:
    """Makes the next import read what has changed since the last build."""
    code = {path: path.stat().st_mtime_ns for path in (root / "macros").rglob("*.py")}
    if code != _Build.code:
        _Build.code = code
        importlib.invalidate_caches()
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]
    _fresh("validation.pipeline").current_dossier.cache_clear()


def _material(config: MkDocsConfig, pattern: str) -> str:
    """The address of a file of Material, whose name changes with its version."""
    theme = next(Path(folder) for folder in config.theme.dirs if list(Path(folder).glob(pattern)))
    return next(theme.glob(pattern)).relative_to(theme).as_posix()


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
    """Makes a server outlive a broken dossier, template or module (MkDocs event)."""
    root = Path(__file__).resolve().parents[2]
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    if command == "serve":
        _Build.preview = _fresh("mkdocs.preview").Preview(root)
    else:
        # What a single build makes lives until its end. A server drops it at the next build, and would grow.
        gc.set_threshold(GARBAGE_AFTER)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the dossier before anything is written, and names the site after it (MkDocs event).

    Raises:
        PluginError: The dossier has problems; the text lists them all.
    """
    _Build.root = Path(config.config_file_path or ".").resolve().parent
    _forget(_Build.root)
    try:
        dossier = _fresh("validation.pipeline").current_dossier(_Build.root)
    except _fresh("problems.problem").DossierError as wrong:
        report = _fresh("problems.terminal")
        told = report.as_text(wrong.problems, colour=report.takes_colour(sys.stderr))
        raise _fresh("mkdocs.preview").LocatedError(f"The dossier has problems:\n{told}", wrong.problems) from None
    _Build.dossier = dossier
    _Build.shown = []
    _Build.proofreader = _fresh("proofreading.proofreader").Proofreader(dossier)
    _Build.generated = {f"{page.address.rstrip('/')}.md": page for page in _fresh("site.build").pages(dossier)}
    _Build.absent = frozenset(f"{name}.md" for name in _fresh("site.build").absent(dossier))
    config.site_name = _safe(dossier.cover.title)
    config.site_description = _safe(dossier.cover.description)
    config.extra["strapline"] = _fresh("rendering.environment").render_part(dossier, "strapline")
    config.extra["material"] = {
        "stylesheet": _material(config, "assets/stylesheets/main.*.min.css"),
        "script": _material(config, "assets/javascripts/bundle.*.min.js"),
        "worker": _material(config, "assets/javascripts/workers/search.*.min.js"),
    }
    # The server of `mkdocs serve` adds a script of its own to each page, which a policy would refuse.
    config.extra["script_hashes"] = "" if _fresh("mkdocs.preview").is_served() else _fresh("site.csp").PLACE
    return config


def _sections(config: MkDocsConfig) -> dict[str, list[Any]]:
    """The sections of the nav that hold pages from records, by the page that opens each."""
    children = [value for entry in config.nav or [] if isinstance(entry, dict) for value in entry.values()]
    return {value[0]: value for value in children if isinstance(value, list)}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the downloads and the pages that come from records, and leaves out what has nothing to show (MkDocs event).

    A section that would grow too long keeps its pages out of the nav: Material draws the nav on every page, so that
    would take a time that grows with the square of their number, and nobody reads a list of a thousand entries.
    """
    # The plugin would compile each page, however many have the same text, which takes a fifth of their rendering. It makes
    # a new environment for each build, so that what is kept is not kept longer.
    macros: Any = config.plugins["macros"]
    macros.env.compile = lru_cache(macros.env.compile)
    for file in [file for file in files if file.src_uri in _Build.absent]:
        files.remove(file)
    config.nav = [entry for entry in config.nav or [] if _Build.absent.isdisjoint(map(str, entry.values()))]
    exported = _fresh("exports.files").files(_Build.dossier, config.site_url or "")
    for address, text in (
        *((file.address, file.content) for file in exported),
        *_fresh("rendering.environment").drawings(_Build.dossier),
    ):
        files.append(File.generated(config, address, content=text))
    sections = _sections(config)
    sizes = Counter(page.section for page in _Build.generated.values())
    for path, page in _Build.generated.items():
        # One text for all pages of a kind: their files are named after their records.
        file = File.generated(config, path, content=f"{{{{ {page.template}(page.file.name) }}}}\n")
        files.append(file)
        if sizes[page.section] > MAX_IN_NAV:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif page.section in sections:
            sections[page.section].append({_safe(page.title): path})
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Tells a page that is not in the nav to which section it belongs, for its breadcrumbs (MkDocs event)."""
    sections = {page.file.src_uri: page.parent for page in nav.pages if page.parent}
    for path, generated in _Build.generated.items():
        file = files.src_uris[path]
        if file.inclusion is InclusionLevel.NOT_IN_NAV and generated.section in sections:
            page = file.page or Page(_safe(generated.title), file, config)
            page.parent = sections[generated.section]
    return nav


def on_env(env: Any, **_: Any) -> Any:
    """Keeps the theme's templates compiled from one build to the next (MkDocs event)."""
    env.bytecode_cache = _fresh("rendering.template_cache").template_cache()
    return env


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Gives each page its title and description, escaped, and Markdown only what is Markdown (MkDocs event).

    This comes after mkdocs-macros.

    Raises:
        PluginError: A macro failed. A build ends, a server goes on with the last good page. The plugin's own
            `on_error_fail` would end the process, and a server with it, and say nothing in a quiet build.
    """
    failed = _FAILED_MACRO.match(markdown) or _FAILED_MACRO.match(str(page.title))
    if failed:
        message = f"{failed['file']}: {failed['error'].replace(':_ **', ': ').replace('_:', ':').strip('*')}"
        raise _fresh("mkdocs.preview").failed_macro(message, markdown, _Build.root)
    # The search plugin would read every page for entries that ours replace in the end.
    page.meta["search"] = {"exclude": True}
    generated = _Build.generated.get(page.file.src_uri)
    if generated:
        page.meta["title"] = _safe(generated.title)
    introduction = _Build.dossier.cover.introductions.get(str(page.meta.get("macro", "")))  # type: ignore[call-overload]
    head = [str(generated.title)] if generated else []
    page.meta["description"] = _safe(": ".join([*head, introduction or _Build.dossier.cover.description]))
    left, _Build.blocks = _fresh("rendering.blocks").taken_out(markdown)
    return str(left)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Completes and proofreads the page, lists its contents, and keeps it for the search (MkDocs event).

    Raises:
        PluginError: The page breaks a rule of evidence, or calls a macro where no block can stand.
    """
    blocks = _fresh("rendering.blocks")
    try:
        html = blocks.put_back(html, _Build.blocks)
    except ValueError as lost:
        raise PluginError(f"{page.file.src_uri}: {lost}") from None
    page.present_anchor_ids = blocks.anchors(html)
    wrong = list(_Build.proofreader.problems(html))
    if wrong:
        raise PluginError("\n".join(f"{page.file.src_uri}: {problem}" for problem in wrong))
    tokens = _fresh("site.toc").contents(html)
    page.toc = get_toc(tokens)
    generated = _Build.generated.get(page.file.src_uri)
    template = generated.template if generated else str(page.meta.get("macro", ""))
    title, headings = str(page.meta.get("title", page.title)), tuple(token["name"] for token in tokens)
    _Build.shown.append(_fresh("site.search_index").ShownPage(page.url, template, title, headings, html))
    return html


def on_post_page(output: str, **_: Any) -> str:
    """Completes the page's Content-Security-Policy (MkDocs event)."""
    return str(_fresh("site.csp").with_script_hashes(output))


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """Does the same for the error page, which is no page to MkDocs (MkDocs event)."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Puts our entries in the place of those that the search plugin made of headings (MkDocs event)."""
    file = Path(config.site_dir) / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    search = _fresh("site.search_index")
    index["docs"] = [asdict(entry) for entry in search.search_entries(_Build.dossier, _Build.shown)]
    index["config"]["fields"]["title"]["boost"] = search.TITLE_BOOST
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def on_shutdown() -> None:
    """Spares the end of the process a search for garbage among all that a build has made (MkDocs event)."""
    gc.freeze()


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Watches seeds, templates and Python (MkDocs event)."""
    # Nothing of ours is imported here, for it may be broken; and nothing compiled is written below a watched folder.
    sys.dont_write_bytecode = True
    # What is imported by now stays as long as the server does; garbage is looked for among the rest.
    gc.collect()
    gc.freeze()
    server.watch(os.environ.get("DOSSIER_SEEDS") or os.fspath(_Build.root / "seeds"))
    server.watch(os.fspath(_Build.root / "macros"))
    if _Build.preview:
        _Build.preview.watch(server)
    return server
