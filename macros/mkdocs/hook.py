"""MkDocs hook adapter: puts the pages and files of a site into a build of MkDocs.

MkDocs keeps a hook module for the life of `mkdocs serve`. So this one stays small, drops the rest of the package
when its code has changed, and imports it inside the events; otherwise no edit of the code would show.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

if TYPE_CHECKING:
    from macros.mkdocs.preview import Preview
    from macros.site.build import Site
    from macros.site.page import Page
    from macros.site.search_index import ShownPage
    from macros.site.toc import Heading

GARBAGE_AFTER = 100_000
"""How many more objects a build makes than it drops before Python looks for garbage; by itself it would after 700.

With that, and without a last search at the end of the process, a build takes 9 % less time (median of 7 pairs).
"""

MAX_IN_NAV = 60
"""A section of more pages lists them on its own page, and not in the nav."""


def _safe(text: str) -> Markup:
    """Escapes for HTML and for Jinja: mkdocs-macros renders titles as templates, Material does not escape."""
    return Markup(str(escape(text)).replace("{", "&#123;").replace("}", "&#125;"))


def _link(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.name, heading.anchor, heading.level)
    link.children = [_link(child) for child in heading.children]
    return link


class Hook:
    """The events of MkDocs, and what those of one build share."""

    root: Path
    preview: Preview | None = None
    site: Site
    generated: dict[str, Page]
    shown: dict[str, ShownPage]
    order: tuple[str, ...]

    def __init__(self) -> None:
        """Starts with no code read."""
        self._code: dict[Path, int] = {}

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Makes a server outlive a broken dossier, template or module."""
        self.root = Path(__file__).resolve().parents[2]
        if str(self.root) not in sys.path:
            sys.path.insert(0, str(self.root))
        if command == "serve":
            from macros.mkdocs.preview import Preview

            # A service manager or a terminal that closes ends a server so; it is to tidy up as after Ctrl+C.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            self.preview = Preview(self.root)
        else:
            # What a single build makes lives until its end, so a search for garbage finds next to none.
            gc.set_threshold(GARBAGE_AFTER)

    def _drop_changed_code(self) -> None:
        """Makes the next import read what has changed since the last build."""
        code = {path: path.stat().st_mtime_ns for path in (self.root / "macros").rglob("*.py")}
        if code != self._code:
            self._code = code
            importlib.invalidate_caches()
            for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
                del sys.modules[name]

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the dossier before anything is written, and names the site after it.

        Raises:
            LocatedError: The dossier has problems; the text lists them all.
        """
        self.root = Path(config.config_file_path or ".").resolve().parent
        self._drop_changed_code()
        from macros.mkdocs.private import list_theme_quickly, material_files
        from macros.mkdocs.reading import checked_dossier
        from macros.mkdocs.serving import is_served
        from macros.rendering.pages import render_part
        from macros.site.build import Site
        from macros.site.csp import PLACE

        dossier = checked_dossier(self.root)
        self.site = Site(dossier, config.site_url or "")
        self.generated = {f"{page.address.rstrip('/')}.md": page for page in self.site.record_pages}
        self.shown = {}
        config.site_name = _safe(dossier.cover.title)
        config.site_description = _safe(dossier.cover.description)
        config.extra["strapline"] = render_part(dossier, "strapline")
        config.extra["material"] = material_files(config)
        list_theme_quickly(config)
        # The server of `mkdocs serve` adds a script of its own to each page, which a policy would refuse.
        config.extra["script_hashes"] = "" if is_served() else PLACE
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the downloads and the pages that come from records, and leaves out what has nothing to show.

        A section that would grow too long keeps its pages out of the nav: Material draws the nav on every page, so that
        would take a time that grows with the square of their number, and nobody reads a list of a thousand entries.
        """
        from macros.mkdocs.made_file import MadeFile
        from macros.mkdocs.marks import Call
        from macros.mkdocs.record_page import RecordPage

        absent = {f"{name}.md" for name in self.site.absent}
        for file in [file for file in files if file.src_uri in absent]:
            files.remove(file)
        config.nav = [entry for entry in config.nav or [] if absent.isdisjoint(map(str, entry.values()))]
        for made in (*self.site.exports, *self.site.drawings):
            files.append(MadeFile(made, config))
        sections = _sections(config)
        sizes = Counter(page.section for page in self.generated.values())
        for path, page in self.generated.items():
            file = File.generated(config, path, content=Call(page.template, (page.record_id,), 1).mark)
            files.append(file)
            RecordPage(_safe(page.title), file, config)
            if sizes[page.section] > MAX_IN_NAV:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            elif page.section in sections:
                sections[page.section].append(path)
        return files

    def on_nav(self, nav: Navigation, files: Files, **_: object) -> Navigation:
        """Gives a page that is not in the nav the section to which it belongs, for its breadcrumbs."""
        sections = {page.url: page.parent for page in nav.pages if page.parent}
        for path, generated in self.generated.items():
            file = files.src_uris[path]
            if file.page and file.inclusion is InclusionLevel.NOT_IN_NAV:
                file.page.parent = sections.get(generated.section)
        self.order = tuple(file.src_uri for file in files.documentation_pages())
        return nav

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Keeps the theme's templates compiled from one build to the next."""
        from macros.rendering.template_cache import template_cache

        env.bytecode_cache = template_cache()
        return env

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: object) -> str:
        """Gives each page its title and description, escaped; this comes after mkdocs-macros."""
        shown = self._page(markdown, page)
        # The search plugin would read every page for entries that ours replace in the end.
        page.meta["search"] = {"exclude": True}
        if shown.title:
            page.meta["title"] = _safe(shown.title)
        page.meta["description"] = _safe(shown.description)
        return markdown

    def _page(self, markdown: str, page: MkDocsPage) -> Page:
        """What a page shows: a record, or the one thing that its macro names."""
        from macros.mkdocs.marks import calls_in

        if page.file.src_uri in self.generated:
            return self.generated[page.file.src_uri]
        names = [call.name for call in calls_in(markdown) if not call.arguments]
        return self.site.whole_page(page.url, names[0] if len(names) == 1 else "")

    def on_page_content(self, html: str, page: MkDocsPage, **_: object) -> str:
        """Renders what the macros have named, proofreads the page, and lists its contents.

        Raises:
            LocatedError: A macro is called in a place where no block is possible, or with wrong arguments, a view or template fails, or the
                page breaks a rule of evidence.
        """
        from macros.mkdocs.reading import completed
        from macros.site.search_index import ShownPage

        markdown = page.markdown or ""
        rendered = completed(self.site, page, markdown, html)
        page.present_anchor_ids = set(rendered.anchors)
        links = [_link(heading) for heading in rendered.headings]
        for first in links[:1]:
            first.active = True  # type: ignore[attr-defined]  # as MkDocs does
        page.toc = TableOfContents(links)
        template = self._page(markdown, page).template
        title, headings = str(page.meta.get("title", page.title)), tuple(one.name for one in rendered.headings)
        self.shown[page.file.src_uri] = ShownPage(page.url, template, title, headings, rendered.anchors)
        return rendered.html

    def on_post_page(self, output: str, **_: object) -> str:
        """Completes the page's Content-Security-Policy."""
        from macros.site.csp import with_script_hashes

        return with_script_hashes(output)

    def on_post_template(self, output_content: str, template_name: str, **_: object) -> str:
        """Does the same for the error page, which is no page to MkDocs."""
        return self.on_post_page(output_content) if template_name.endswith(".html") else output_content

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Puts our entries in the place of those that the search plugin made of headings."""
        from macros.site.search_index import TITLE_BOOST, search_entries

        file = Path(config.site_dir) / "search" / "search_index.json"
        index = json.loads(file.read_text(encoding="utf-8"))
        # A live server renders the pages in the order in which they are asked for.
        shown = [self.shown[name] for name in self.order]
        index["docs"] = [asdict(entry) for entry in search_entries(self.site.dossier, shown)]
        index["config"]["fields"]["title"]["boost"] = TITLE_BOOST
        file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

    def on_shutdown(self) -> None:
        """Ends the work in the background before MkDocs removes the folder of the pages, and the process quickly."""
        if self.preview:
            self.preview.rest()
        gc.freeze()

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Watches seeds, templates and Python."""
        # Nothing of ours is imported here, for it may be broken; and nothing compiled is written below a watched folder.
        sys.dont_write_bytecode = True
        server.watch(os.environ.get("DOSSIER_SEEDS") or os.fspath(self.root / "seeds"))
        server.watch(os.fspath(self.root / "macros"))
        if self.preview:
            self.preview.watch(server)
        return server


def _sections(config: MkDocsConfig) -> dict[str, list[Any]]:
    """The sections of the nav that hold pages from records, by the address of the page that opens each."""
    children = [value for entry in config.nav or [] if isinstance(entry, dict) for value in entry.values()]
    return {value[0].removesuffix("index.md"): value for value in children if isinstance(value, list)}


_hook = Hook()

on_startup = _hook.on_startup
on_config = _hook.on_config
on_files = _hook.on_files
on_nav = _hook.on_nav
on_env = _hook.on_env
on_page_markdown = _hook.on_page_markdown
on_page_content = _hook.on_page_content
on_post_page = _hook.on_post_page
on_post_template = _hook.on_post_template
on_post_build = _hook.on_post_build
on_shutdown = _hook.on_shutdown
on_serve = _hook.on_serve
