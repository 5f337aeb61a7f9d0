"""Every private part of another package that we use, each with its reason.

The tests of this module fail when one of them changes. No other module uses such a name.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import Environment, Template
from mkdocs.commands import build, serve
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.api import ObservedWatch
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

from macros.loading.leftovers import IDS, is_leftover


def material_files(config: MkDocsConfig) -> dict[str, str]:
    """The addresses of Material's own files.

    Reason: our frame of the pages replaces that of Material, whose files have the hash of their content in their names.

    Args:
        config: The configuration.
    """
    patterns = {
        "stylesheet": "assets/stylesheets/main.*.min.css",
        "script": "assets/javascripts/bundle.*.min.js",
    }
    found = {}
    for name, pattern in patterns.items():
        folder, file = next((Path(folder), file) for folder in config.theme.dirs for file in Path(folder).glob(pattern))
        found[name] = file.relative_to(folder).as_posix()
    return found


def template_of(frame: FrameType) -> Template | None:
    """The template whose compiled code a frame runs; None if it runs other code.

    Reason: an error message needs the line that calls a macro. Jinja keeps the template for its own tracebacks.

    Args:
        frame: Any frame.
    """
    found = frame.f_globals.get("__jinja_template__")
    return found if isinstance(found, Template) else None


def forget_hook() -> None:
    """Makes the next build read the hook again.

    Reason: MkDocs keeps the modules of hooks as long as a server runs, so an edit of the hook would have no effect.
    """
    Hooks._load_hook.cache_clear()


def replace_build_of_serve(build: Callable[..., None]) -> None:
    """Replaces the build function of `mkdocs serve`.

    Reason: the server ends if its first build fails, and no event can prevent that.

    Args:
        build: The function to call instead of `mkdocs.commands.build.build`.
    """
    vars(serve)["build"] = build


def populate_page(page: Page, config: MkDocsConfig, files: Files) -> None:
    """Reads a page and renders its Markdown.

    Reason: MkDocs has no public function that makes one page. This is also the reason for the next three functions.

    Args:
        page: The page.
        config: The configuration.
        files: All files of the site.
    """
    build._populate_page(page, config, files)


def build_page(page: Page, config: MkDocsConfig, documents: Sequence[File], nav: Navigation, env: Environment) -> None:
    """Puts the content of a page into its frame, and writes it.

    Args:
        page: The page, populated.
        config: The configuration.
        documents: The files of all pages.
        nav: The nav.
        env: The environment of the theme.
    """
    build._build_page(
        page,
        config,
        documents,
        nav,
        env,
        excluded=page.file.inclusion in {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT},
    )


def build_theme_template(name: str, env: Environment, files: Files, config: MkDocsConfig, nav: Navigation) -> None:
    """Writes a page of the theme that has no document, such as the error page.

    Args:
        name: The template.
        env: The environment of the theme.
        files: All files of the site.
        config: The configuration.
        nav: The nav.
    """
    build._build_theme_template(name, env, files, config, nav)


def build_extra_template(name: str, files: Files, config: MkDocsConfig, nav: Navigation) -> None:
    """Writes a template of `extra_templates`.

    Args:
        name: The template.
        files: All files of the site.
        config: The configuration.
        nav: The nav.
    """
    build._build_extra_template(name, files, config, nav)


def _visible_files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name).relative_to(folder).as_posix() for name in names)


def _list_visible(folders: Sequence[str], filter_func: Callable[[str], bool]) -> list[str]:
    return sorted(filter(filter_func, {name for folder in folders for name in _visible_files(folder)}))


def list_theme_quickly(config: MkDocsConfig) -> None:
    """Makes a build list the files of the theme without its hidden folders.

    Reason: MkDocs copies no hidden files of a theme, but it lists the eleven thousand icons of Material and looks at each
    with a dozen patterns, which takes a tenth of a build and more of an edit. The method of the theme's environment is
    public, but there is no event between the two.

    Args:
        config: The configuration.
    """
    theme, get_env = config.theme, config.theme.get_env

    def get_quick_env() -> Environment:
        env = get_env()
        vars(env)["list_templates"] = lambda filter_func: _list_visible(theme.dirs, filter_func)
        return env

    vars(theme)["get_env"] = get_quick_env


def _listed(folder: str | None) -> Iterator[os.DirEntry[str]]:
    return (entry for entry in os.scandir(folder) if not is_leftover(entry.name) and entry.name != IDS)


def _look(watch: ObservedWatch) -> DirectorySnapshot | EmptyDirectorySnapshot:
    """The content of a watched folder, or nothing if there is no folder. Otherwise the watcher ends, and misses its return."""
    try:
        return DirectorySnapshot(watch.path, recursive=watch.is_recursive, listdir=_listed)
    except (FileNotFoundError, NotADirectoryError):
        return EmptyDirectorySnapshot()


def watch_closely(server: LiveReloadServer, seconds: float) -> None:
    """Makes a server scan its folders more often, survive if a folder is moved away, and ignore what editors leave there.

    Reason: the polling observer has a fixed interval, ends if a folder is moved away, and takes each autosave for an edit.

    Args:
        server: The server.
        seconds: Seconds between two scans.
    """
    emitter: Any  # one that polls
    for emitter in server.observer.emitters:
        emitter._timeout = seconds
        emitter._take_snapshot = partial(_look, emitter.watch)


def epoch_when_built(server: LiveReloadServer) -> int:
    """Waits until no rebuild is running.

    Reason: the server waits before it serves a file, and our own answers must wait too.

    Args:
        server: The server.

    Returns:
        The number of the site that is served, which grows with each rebuild.
    """
    with server._epoch_cond:
        server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
        return server._visible_epoch


def with_reload_script(server: LiveReloadServer, html: bytes, epoch: int) -> bytes:
    """A page that reloads after the next build.

    Reason: the server adds this script only to files.

    Args:
        server: The server.
        html: The page.
        epoch: The number of the site that it belongs to.
    """
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html
    return inject(html, epoch)


def reload_browsers(server: LiveReloadServer) -> None:
    """Makes open pages reload. During a rebuild this is not necessary, because they reload after it.

    Reason: a problem can be found after a page was shown.

    Args:
        server: The server.
    """
    with server._epoch_cond:
        if server._visible_epoch == server._wanted_epoch:
            server._visible_epoch = server._wanted_epoch = max(
                round(time.monotonic() * 1000), server._visible_epoch + 1
            )
            server._epoch_cond.notify_all()


def wait_briefly(server: LiveReloadServer, seconds: float) -> None:
    """Makes a server build soon after an edit.

    Reason: the time for which the server waits for more edits is fixed.

    Args:
        server: The server.
        seconds: Seconds without a further edit after which it builds.
    """
    server.build_delay = seconds
