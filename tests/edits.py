"""Edits a small dossier at random under a live server, and compares what it serves with a whole build: `nox -s edits`.

Whatever was edited, every address must give what a whole build writes there, byte for byte; an address that the build
does not write must give an error, and a list of mistakes must stand at every page if the build fails. All edits follow
from one number, so a finding can be repeated: -- [how many] [first].
"""

from __future__ import annotations

import logging
import os
import random
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort

from tests.conftest import DOSSIERS, ROOT
from tests.mkdocs.live import Live, live

COUNT = 300

_ADDED = re.compile(
    rb"<script>\nvar livereload = .*?</script>"
    rb"|<style>\.work-list .*?</style>|<details class=\"work-list\">.*?</details>\n",
    re.DOTALL,
)
"""What a live server adds to a page: the script that reloads it, and the list of what is left to do."""


class Project:
    """A copy of the project that is edited."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self._chance = folder, chance
        for name in ("macros", "docs"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds")
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        self._first = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        self._edits = 0

    def repair(self) -> str:
        """Puts every file back."""
        for path in [path for path in self.folder.rglob("*") if path.is_file() and path not in self._first]:
            if ".cache" not in path.parts and "__pycache__" not in path.parts:
                path.unlink()
        for path, content in self._first.items():
            if not path.is_file() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        return "everything put back"

    def edit(self) -> str:
        """Edits something at random, and says what."""
        self._edits += 1
        kinds: list[Callable[[], str]] = [
            self._title, self._title, self._text, self._text, self._record, self._page, self._new_page, self._template,
            self._theme, self._style, self._away, self._slip,
        ]  # fmt: skip
        return self._chance.choice(kinds)()

    def _replaced(self, file: str, pattern: str, new: str) -> str:
        path = self.folder / file
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if found:
            one = self._chance.choice(found)
            path.write_text(text[: one.start()] + one.expand(new) + text[one.end() :], encoding="utf-8")
        return f"{file}: {pattern} -> {new}"

    def _added(self, file: str, text: str) -> str:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as opened:
            opened.write(text)
        return f"{file}: + {text!r}"

    def _title(self) -> str:
        file = self._chance.choice(["dossier", "tracks", "events", "arguments"])
        return self._replaced(f"seeds/{file}.yml", r"(title: ).*$", rf"\1Retitled for the {self._edits}th time")

    def _text(self) -> str:
        file, field = self._chance.choice([("gaps", "remark"), ("terms", "explanation"), ("dossier", "description")])
        return self._replaced(f"seeds/{file}.yml", rf"({field}: ).*$", rf"\1Rewritten as text number {self._edits}.")

    def _record(self) -> str:
        return self._added(
            "seeds/terms.yml", f"\n- {{id: term-{self._edits}, term: word {self._edits}, explanation: Some word.}}\n"
        )

    def _page(self) -> str:
        page = self._chance.choice(["about", "glossary", "tracks/index", "timeline"])
        links = ["[a](glossary.md)", "[b](timeline.md#timeline)", "[c](nowhere.md)", "[d](about.md#no-such-anchor)"]
        link = self._chance.choice(["", "", *links]).replace("](", "](../" if "/" in page else "](")
        return self._added(f"docs/{page}.md", f"\n\nWritten by hand, {self._edits}. {link}\n")

    def _new_page(self) -> str:
        call = self._chance.choice(["{{ glossary() }}", "{{ track('skarn-talks') }}", "{{ track('nobody') }}", "text"])
        self._added(f"docs/page-{self._edits}.md", f"---\ntitle: Page {self._edits}\n---\n\n{call}\n")
        return self._replaced(
            "mkdocs.yml", r"^  - About: about.md$", rf"  - About: about.md\n  - page-{self._edits}.md"
        )

    def _template(self) -> str:
        page = self._chance.choice(["track", "glossary", "home", "unknowns"])
        return self._replaced(
            f"macros/templates/pages/{page}.html.j2", r"</h1>", rf"</h1><p>Template {self._edits}</p>"
        )

    def _theme(self) -> str:
        return self._replaced("macros/templates/theme/partials/footer.html", r"</nav>", rf"</nav><i>{self._edits}</i>")

    def _style(self) -> str:
        return self._added("docs/assets/site.css", f"\n.edit-{self._edits} {{ color: red; }}\n")

    def _away(self) -> str:
        file = self._chance.choice(["seeds/terms.yml", "seeds/gaps.yml", "docs/glossary.md", "docs/assets/filter.js"])
        (self.folder / file).unlink(missing_ok=True)
        return f"{file}: removed"

    def _slip(self) -> str:
        return self._replaced("seeds/events.yml", r"(status: )\w+", r"\1helt")


def whole_build(server: Live, site: Path) -> dict[str, bytes] | None:
    """Every file of a whole build of the same state; None where it fails."""
    shutil.rmtree(site, ignore_errors=True)
    try:
        config = server.config()
        config.site_dir = str(site)
        build(config, serve_url=config.site_url)
    except (Abort, Exception):
        return None
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def served(server: Live, address: str) -> tuple[int, bytes]:
    """The status and the content at an address, without the script that reloads pages."""
    reply = server.get(f"/{address.removesuffix('index.html')}")
    return int(reply.status.split()[0]), _ADDED.sub(b"", reply.body)


def check(server: Live, known: set[str], site: Path, chance: random.Random) -> bool:
    """Compares every address; says whether the site could be built."""
    some = chance.sample(sorted(known), min(len(known), 5))
    for address in some:
        served(server, address)
    # Nothing else is asked for before all pages are made, as where an editor has gone for lunch.
    server.finish()
    answers = {address: served(server, address) for address in sorted(known)}
    built = whole_build(server, site)
    if built is None:
        pages = {address: status for address, (status, _) in answers.items() if address.endswith(".html")}
        assert set(pages.values()) <= {503}, f"a whole build fails, yet this is served: {pages}"
        return False
    for address in sorted(set(built) - known):
        answers[address] = served(server, address)
    known |= set(built)
    for address, (status, content) in answers.items():
        assert (status == 200) == (address in built), f"{address}: {status}"
        if status == 200 and not address.endswith(".gz"):  # which holds the time at which it was packed
            assert content == built[address], f"{address} is not what a whole build writes"
    return True


def run(count: int, first: int = 0) -> Counter[str]:
    """Edits and compares; counts how many states could be built.

    Args:
        count: How many edits.
        first: The number from which all edits follow.
    """
    chance, seen, kept = random.Random(first), Counter[str](), Path.cwd()  # noqa: S311  # the same edits each time
    handler = signal.getsignal(signal.SIGTERM)
    os.environ.pop("DOSSIER_SEEDS", None)
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent).resolve()
        project = Project(folder / "project", chance)
        os.chdir(project.folder)
        sys.path.insert(0, str(project.folder))
        try:
            with live(project.folder, folder / "served") as server:
                known: set[str] = set()
                is_built = check(server, known, folder / "whole", chance)
                for number in range(count):
                    what = project.edit() if is_built else project.repair()
                    server.rebuild()
                    try:
                        is_built = check(server, known, folder / "whole", chance)
                    except AssertionError as wrong:
                        raise AssertionError(f"edit {number} after {first}: {what}: {wrong}") from None
                    seen["built" if is_built else "refused"] += 1
        finally:
            sys.path.remove(str(project.folder))
            os.chdir(kept)
            signal.signal(signal.SIGTERM, handler)
    return seen


def _quietly(count: int, first: int) -> Counter[str]:
    """Runs edits in a process of its own."""
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    return run(count, first)


def main(arguments: list[str]) -> int:
    """Runs many edits, in one project for each core, and prints what became of them."""
    count, first = map(int, [*arguments, *(str(COUNT), "0")[len(arguments) :]])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    workers = min(os.cpu_count() or 1, count)
    shares = [len(range(number, count, workers)) for number in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        seen = sum(pool.map(_quietly, shares, range(first, first + workers)), Counter[str]())
    for what, times in seen.items():
        print(f"{times:>6}  {what}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
