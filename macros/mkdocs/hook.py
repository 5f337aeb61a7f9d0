"""MkDocs hook adapter: the events at which MkDocs asks for the pages and files of a site.

MkDocs keeps a hook module as long as `mkdocs serve` runs. So this module is small. It drops the rest of the package when
its code has changed, and imports it inside the events. Otherwise an edit of the code would have no effect.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

if TYPE_CHECKING:
    from macros.mkdocs.preview import Preview
    from macros.site.build import Site
    from macros.site.page import Page
    from macros.site.search_index import ShownPage

GARBAGE_AFTER = 100_000
"""The number of new objects after which Python looks for garbage; its default is 700.

With this number, and without a search at the end of the process, a build takes 9 % less CPU time (median of 7 pairs).
"""

PUBLIC = 0o022
"""The umask with which everybody may read new files, and only their owner may write them."""

MAX_IN_NAV = 60
"""If a section has more pages, they are listed on its own page and not in the nav."""


class Hook:
    """The events of MkDocs, and what those of one build share."""

    root: Path
    preview: Preview | None = None
    site: Site
    generated: dict[str, Page]
    shown: dict[str, ShownPage]
    order: tuple[str, ...]

    def __init__(self) -> None:
        """No code has been read yet."""
        self._code: dict[Path, int] = {}

    def on_startup(self, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Makes sure that an error in a dossier, template or module does not end a server."""
        self.root = Path(__file__).resolve().parents[2]
        if str(self.root) not in sys.path:
            sys.path.insert(0, str(self.root))
        if command == "serve":
            from macros.mkdocs.preview import Preview

            # Service managers send this signal. The server then cleans up as after Ctrl+C.
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            self.preview = Preview(self.root)
        else:
            # Most objects of a single build live until its end, so a search for garbage finds almost nothing.
            gc.set_threshold(GARBAGE_AFTER)
            # A site is for everybody, so a web server can read its files even if the editor keeps new files private.
            os.umask(os.umask(PUBLIC) & PUBLIC)

    def _drop_changed_code(self) -> None:
        """Makes the next import read the code that has changed since the last build."""
        # While Emacs has unsaved changes, a link to nowhere stands next to the file.
        code = {path: path.stat().st_mtime_ns for path in (self.root / "macros").rglob("*.py") if path.is_file()}
        if code != self._code:
            self._code = code
            importlib.invalidate_caches()
            for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
                del sys.modules[name]

    def _offer_ids(self) -> None:
        """Gives a text editor the ids as they are after this edit, even if the dossier has problems."""
        from macros.exports.completion import renew_ids
        from macros.loading.folder import seeds_folder

        with suppress(OSError):
            # A folder that cannot be written to can still be served.
            renew_ids(seeds_folder(self.root))

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads the dossier before anything is written, and names the site after it.

        Raises:
            LocatedError: A setting is wrong, or the dossier has problems. The text lists all of them. Or the dossier is not
                finished, and a build would publish what nobody has checked.
        """
        self.root = Path(config.config_file_path or ".").resolve().parent
        self._drop_changed_code()
        from macros.mkdocs.pages import pages_by_file, safe
        from macros.mkdocs.private import list_theme_quickly, material_files
        from macros.mkdocs.reading import checked_dossier, say_what_is_left
        from macros.mkdocs.serving import is_served
        from macros.mkdocs.settings import check_settings
        from macros.site.build import Site

        check_settings(config)
        if is_served():
            self._offer_ids()
        checked = checked_dossier(self.root)
        if not is_served():
            say_what_is_left(checked.tasks)
        dossier = checked.dossier
        config.extra["tasks"] = checked.tasks
        self.site = Site(dossier, config.site_url or "")
        self.generated = pages_by_file(self.site)
        self.shown = {}
        config.site_name = safe(dossier.cover.title)
        config.site_description = safe(dossier.cover.description)
        config.extra |= self.site.standing_lines
        config.extra["material"] = material_files(config)
        list_theme_quickly(config)
        # `mkdocs serve` adds its own script to each page, and a policy would block that script.
        config.extra["has_policy"] = not is_served()
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds the pages and files of the site, and leaves out those of the theme that no page loads, and backups."""
        from macros.loading.leftovers import is_leftover
        from macros.mkdocs.pages import add_files
        from macros.mkdocs.theme_files import publish_theme

        for file in [file for file in files if any(map(is_leftover, file.src_uri.split("/")))]:
            files.remove(file)
        publish_theme(files, config)
        add_files(self.site, self.generated, files, config, MAX_IN_NAV)
        return files

    def on_nav(self, nav: Navigation, files: Files, **_: object) -> Navigation:
        """Gives a page that is not in the nav the section to which it belongs."""
        from macros.mkdocs.pages import give_sections

        give_sections(self.generated, nav, files)
        self.order = tuple(file.src_uri for file in files.documentation_pages())
        return nav

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Keeps the theme's templates compiled from one build to the next, and lets them name their scripts in the policy."""
        from macros.rendering.template_cache import template_cache
        from macros.site.csp import script_hashes

        env.bytecode_cache = template_cache()
        env.filters["script_hashes"] = script_hashes
        return env

    @event_priority(-100)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, **_: object) -> str:
        """Gives each page its title and description, escaped. This runs after mkdocs-macros."""
        from macros.mkdocs.pages import safe

        shown = self._page(markdown, page)
        if shown.title:
            page.meta["title"] = safe(shown.title)
        page.meta["description"] = safe(shown.description)
        if shown.is_wide:
            page.meta["hide"] = ["navigation", "toc"]
        return markdown

    def _page(self, markdown: str, page: MkDocsPage) -> Page:
        """The page of the site that a page of MkDocs shows: the page of a record, or the page that its only macro names."""
        from macros.mkdocs.marks import calls_in

        if page.file.src_uri in self.generated:
            return self.generated[page.file.src_uri]
        names = [call.name for call in calls_in(markdown) if not call.arguments]
        return self.site.whole_page(page.url, names[0] if len(names) == 1 else "")

    def on_page_content(self, html: str, page: MkDocsPage, **_: object) -> str:
        """Renders what the macros name, proofreads the page, and lists its headings.

        Raises:
            LocatedError: A macro is called in a wrong place or with wrong arguments, a view or template fails, or the page
                breaks a rule of evidence.
        """
        from macros.mkdocs.pages import table_of_contents
        from macros.mkdocs.reading import completed
        from macros.site.search_index import ShownPage

        markdown = page.markdown or ""
        rendered = completed(self.site, page, markdown, html)
        page.present_anchor_ids = set(rendered.anchors)
        page.toc = table_of_contents(rendered.headings)
        template = self._page(markdown, page).template
        title, headings = str(page.meta.get("title", page.title)), tuple(one.name for one in rendered.headings)
        self.shown[page.file.src_uri] = ShownPage(page.url, template, title, headings, rendered.anchors)
        return rendered.html

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes the entries of the search, which need every page, in a file that only a search loads."""
        from macros.mkdocs.serving import SEARCH
        from macros.site.search_index import search_entries

        # A live server renders the pages in the order of the requests.
        shown = [self.shown[name] for name in self.order]
        entries = [asdict(entry) for entry in search_entries(self.site.dossier, shown)]
        # Every page loads the index. Material's script splits the words that it marks on a page at the separator.
        index = {"config": {"separator": r"\s+"}, "docs": []}
        for name, content in (("search_index.json", index), ("entries.json", entries)):
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            write_file(text.encode(), os.fspath(Path(config.site_dir, SEARCH, name)))

    def on_shutdown(self) -> None:
        """Stops the background work before MkDocs removes the folder of the pages, and skips the last search for garbage."""
        if self.preview:
            self.preview.rest()
        gc.freeze()

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Watches seeds, templates and Python."""
        # Our modules can be broken, so nothing is imported here. Compiled modules in a watched folder would look like edits.
        sys.dont_write_bytecode = True
        server.watch(os.environ.get("DOSSIER_SEEDS") or os.fspath(self.root / "seeds"))
        server.watch(os.fspath(self.root / "macros"))
        if self.preview:
            self.preview.watch(server)
        return server


_hook = Hook()

on_startup = _hook.on_startup
on_config = _hook.on_config
on_files = _hook.on_files
on_nav = _hook.on_nav
on_env = _hook.on_env
on_page_markdown = _hook.on_page_markdown
on_page_content = _hook.on_page_content
on_post_build = _hook.on_post_build
on_shutdown = _hook.on_shutdown
on_serve = _hook.on_serve
