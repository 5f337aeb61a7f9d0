"""Everything that we use of other programs and that they do not promise to keep, each with its reason.

The tests of this module fail when one of them changes. No other module uses such a name.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import Template
from mkdocs.commands import serve
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot


def material_files(config: MkDocsConfig) -> dict[str, str]:
    """The addresses of Material's own files.

    Reason: our frame of the pages replaces that of Material, whose files have the hash of their content in their names.

    Args:
        config: The configuration.
    """
    patterns = {
        "stylesheet": "assets/stylesheets/main.*.min.css",
        "script": "assets/javascripts/bundle.*.min.js",
        "worker": "assets/javascripts/workers/search.*.min.js",
    }
    found = {}
    for name, pattern in patterns.items():
        folder, file = next((Path(folder), file) for folder in config.theme.dirs for file in Path(folder).glob(pattern))
        found[name] = file.relative_to(folder).as_posix()
    return found


def template_of(frame: FrameType) -> Template | None:
    """The template whose compiled code a frame runs; None where it runs other code.

    Reason: a macro is to know the line that calls it. Jinja keeps the template for its own tracebacks.

    Args:
        frame: Any frame.
    """
    found = frame.f_globals.get("__jinja_template__")
    return found if isinstance(found, Template) else None


def forget_hook() -> None:
    """Makes the next build read the hook again.

    Reason: MkDocs keeps the modules of hooks as long as a server runs, so no edit of ours would show.
    """
    Hooks._load_hook.cache_clear()


def build_of_serve() -> Callable[..., None]:
    """The function with which `mkdocs serve` builds for the first time."""
    found: Callable[..., None] = vars(serve)["build"]
    return found


def replace_build_of_serve(build: Callable[..., None]) -> None:
    """Makes `mkdocs serve` build in another way.

    Reason: it ends where its first build fails, and no event comes between.

    Args:
        build: What to call in place of `mkdocs.commands.build.build`.
    """
    vars(serve)["build"] = build


def _look(look: Callable[[], DirectorySnapshot]) -> DirectorySnapshot | EmptyDirectorySnapshot:
    """What stands in a watched folder; nothing where there is none. The watcher would end, and not see it come back."""
    try:
        return look()
    except (FileNotFoundError, NotADirectoryError):
        return EmptyDirectorySnapshot()


def watch_closely(server: LiveReloadServer, seconds: float) -> None:
    """Makes a server look at its folders more often, and outlive the absence of one.

    Reason: the polling observer takes the interval only when it is made, and ends when a folder is moved away.

    Args:
        server: The server.
        seconds: Seconds between two looks.
    """
    emitter: Any  # of the kind that looks at intervals
    for emitter in server.observer.emitters:
        emitter._timeout = seconds
        emitter._take_snapshot = partial(_look, emitter._take_snapshot)


def epoch_when_built(server: LiveReloadServer) -> int:
    """Waits until no rebuild is under way.

    Reason: the server waits so itself before it serves a file, but what we serve in place of a file must wait too.

    Args:
        server: The server.

    Returns:
        The number of the site that is served, which grows with each rebuild.
    """
    with server._epoch_cond:
        server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
        return server._visible_epoch


def with_reload_script(server: LiveReloadServer, html: bytes, epoch: int) -> bytes:
    """A page that reloads once the site is built again.

    Reason: the server adds this script only to files.

    Args:
        server: The server.
        html: The page.
        epoch: The number of the site that it belongs to.
    """
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html
    return inject(html, epoch)
