"""A build for a live server: a page or file is made when it is requested, and the rest in the meantime.

MkDocs builds the whole site before it answers. A pending build first makes only what all pages share: the dossier, the list
of files, and the nav. Functions of MkDocs then make each output, so the output is the same as in a full build. Each build
starts with an empty folder, so every output comes from the current dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from macros.mkdocs.private import build_extra_template, build_page, build_theme_template, populate_page
from macros.mkdocs.record_page import RecordPage
from macros.problems.task import Task


class PendingBuild:
    """One state of the site, made piece by piece.

    Attributes:
        folder: Where the outputs are written.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        """Reads the dossier and lists all outputs (MkDocs runs the events `config` to `env`).

        Args:
            config: The configuration; its `site_dir` is an empty folder.
        """
        self.folder = Path(config.site_dir)
        self._config = config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        self._files: Files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        self._nav = config.plugins.on_nav(get_navigation(self._files, config), config=config, files=self._files)
        self._documents = list(self._files.documentation_pages(inclusion=InclusionLevel.is_in_serve))
        self._pages = {file.dest_uri: file.page or Page(None, file, config) for file in self._documents}
        self._populated: set[str] = set()
        self._made: set[str] = set()
        for page in self._pages.values():
            self._give_title(page)
        self._env = config.plugins.on_env(env, config=config, files=self._files)
        self._pieces = dict(self._outputs())

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is left to do in the dossier."""
        tasks: tuple[Task, ...] = self._config.extra["tasks"]
        return tasks

    def _give_title(self, page: Page) -> None:
        """Gives a page its title, because the nav shows it on the other pages."""
        if page.title is None:
            page.read_source(self._config)
            # If the title is not plain text, it is known only after the page is rendered.
            if "{" in str(page.meta.get("title", "{")):
                self._populate(page)

    def _outputs(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Every output: its address from the root of the site, and the function that writes it."""
        for file in self._files:
            if not file.is_documentation_page() and file.inclusion is not InclusionLevel.EXCLUDED:
                yield file.dest_uri, file.copy_file
        shared = (self._env, self._files, self._config, self._nav)
        for name in self._config.theme.static_templates:
            yield name, partial(build_theme_template, name, *shared)
        for name in self._config.extra_templates:
            yield name, partial(build_extra_template, name, *shared[1:])
        # A page about the whole dossier can take a hundred times as long as a page about a record, and an edit has to wait
        # until the current page is made. So the long pages are last.
        for address, page in sorted(self._pages.items(), key=lambda item: not isinstance(item[1], RecordPage)):
            yield address, partial(self._build, page)

    def _populate(self, page: Page) -> None:
        if page.file.src_uri not in self._populated:
            populate_page(page, self._config, self._files)
            self._populated.add(page.file.src_uri)

    def _build(self, page: Page) -> None:
        self._populate(page)
        build_page(page, self._config, self._documents, self._nav, self._env)

    def _make(self, address: str) -> None:
        if address not in self._made:
            self._made.add(address)
            self._pieces[address]()

    def file(self, address: str) -> Path | None:
        """The file at an address from the root of the site. It is made now if necessary; None if there is no such file.

        Args:
            address: The address, such as `tracks/x/index.html`.
        """
        if address in self._pieces:
            self._make(address)
        elif address.removesuffix(".gz") in self._pieces:
            self._make(address.removesuffix(".gz"))  # the site map is written in two forms
        path = self.folder / address
        return path if path.is_file() else None

    def has(self, address: str) -> bool:
        """Whether there is a file at an address, even if it is not made yet.

        Args:
            address: The address.
        """
        return address in self._pieces

    def remaining(self) -> Iterator[None]:
        """Makes the remaining outputs one by one, and ends the build (MkDocs runs the event `post_build`)."""
        for address in self._pieces:
            if address not in self._made:
                self._make(address)
                yield
        level = self._config.validation.links.anchors
        for page in self._pages.values():
            page.validate_anchor_links(files=self._files, log_level=level)
        self._config.plugins.on_post_build(config=self._config)
