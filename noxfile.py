"""Every task of the project; `nox -l` lists them, bare `nox` runs what must pass before you push."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nox
from filelock import FileLock, Timeout  # comes with nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["seeds", "lint", "types", "tests", "build"]

SITE = Path("site")
NEW_SITE = Path("site.new")
LOCK = Path(".cache/build.lock")
SUCCESSORS = ("properdocs",)
CODE = ("macros", "tests", "noxfile.py")


def install(session: nox.Session, *groups: str) -> None:
    """Installs exactly what the lock says: what the site needs, and the named groups."""
    chosen = [f"--group={group}" for group in groups]
    session.run_install(
        "uv", "sync", "--quiet", "--locked", "--no-default-groups", *chosen,
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location, "UV_PYTHON": str(session.virtualenv.location)},
    )  # fmt: skip
    # Material prints a notice about MkDocs 2 at each build. The lock keeps MkDocs 1, so nobody needs to read it.
    session.env["NO_MKDOCS_2_WARNING"] = "1"


def npm_ci(session: nox.Session, folder: str, *options: str) -> None:
    """Installs exactly what a lock of npm says. No package runs a script of its own while it is installed."""
    quiet = ("--no-audit", "--no-fund", "--loglevel=error")
    session.run("npm", "ci", f"--prefix={folder}", "--ignore-scripts", *quiet, *options, external=True)


def commit_time() -> str | None:
    """The time of the last commit of this checkout, in seconds since 1970; None if git gives none.

    `rev-list` is a plumbing command: no setting changes what it prints. With `--git-dir`, git does not look for a
    checkout in the folders above this one, and accepts one that belongs to another user. That is safe here: whoever
    runs nox runs code from this folder anyway.
    """
    command = ("git", "--git-dir=.git", "rev-list", "--max-count=1", "--timestamp", "HEAD", "--")
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)  # noqa: S603  (a fixed command)
    except OSError:
        return None
    found = re.search(r"^(\d+) [0-9a-f]{40,}$", run.stdout, re.MULTILINE)
    return found[1] if found and run.returncode == 0 else None


def build_site(session: nox.Session, program: str, folder: Path) -> None:
    """Builds the site with MkDocs or a successor; a warning fails the session, as an error does.

    The output is shown if the build fails, or if it was given arguments; of a good build, only what is left to do in the
    dossier. `--quiet` is no way to keep a good build
    quiet: with it MkDocs no longer counts warnings, so `--strict` lets them pass.
    """
    command = (program, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder), *session.posargs)
    if session.posargs:
        session.run(*command)
        return
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        try:
            session.run(*command, stdout=output, stderr=subprocess.STDOUT)
        finally:
            output.seek(0)
            # Progress lines would hide the few lines that say what is wrong or left to do.
            sys.stderr.writelines(line for line in output if not line.startswith("INFO "))


def differences(one: Path, other: Path) -> list[str]:
    """The files in which two folders differ, each with the first bytes that are not the same."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    found = []
    for name in sorted(names):
        missing = [folder for folder in (one, other) if not (folder / name).is_file()]
        if missing:
            found.append(f"{name.as_posix()}: not in {missing[0].name}")
            continue
        contents = [(folder / name).read_bytes() for folder in (one, other)]
        if contents[0] != contents[1]:
            pairs = enumerate(zip(*contents, strict=False))
            start = next((place for place, (a, b) in pairs if a != b), min(map(len, contents)))
            line = contents[0].count(b"\n", 0, start) + 1
            shown = [content[max(start - 30, 0) : start + 30].decode(errors="replace") for content in contents]
            found.append(f"{name.as_posix()}:{line}: {shown[0]!r} in {one.name}, {shown[1]!r} in {other.name}")
    return found


@contextmanager
def alone(log: Callable[[str], None]) -> Iterator[None]:
    """Waits until no other build of this folder is running. The system frees the lock of a build that is killed."""
    LOCK.parent.mkdir(exist_ok=True)
    lock = FileLock(LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        log("Another build of this folder is running. This one starts when it ends.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def restore(old: Path) -> None:
    """Puts the old folder back if a replacement was interrupted before the new one was in its place."""
    kept = old.with_suffix(".old")
    if kept.exists() and not old.exists():
        kept.rename(old)


def replace(old: Path, new: Path) -> None:
    """Puts a folder in the place of another; if that is interrupted, `restore` brings the old one back."""
    kept = old.with_suffix(".old")
    restore(old)
    shutil.rmtree(kept, ignore_errors=True)
    if old.exists():
        old.rename(kept)
    try:
        new.rename(old)
    except BaseException:
        if kept.exists():
            kept.rename(old)
        raise
    shutil.rmtree(kept, ignore_errors=True)


@nox.session
def build(session: nox.Session) -> None:
    """Build the site into site/, and check its links."""
    install(session, "links")
    if "SOURCE_DATE_EPOCH" not in os.environ:
        # With the date of the commit in its files, everybody who builds this commit gets the same site.
        if time := commit_time():
            session.env["SOURCE_DATE_EPOCH"] = time
        else:
            session.log("No commit date (no git, or no commit in this folder): the sitemap gets today's date.")
    with alone(session.log):
        restore(SITE)
        shutil.rmtree(NEW_SITE, ignore_errors=True)
        build_site(session, "mkdocs", NEW_SITE)
        session.run(
            "lychee", "--offline", "--include-fragments", "--no-progress", "--quiet", "--extensions", "html",
            "--index-files", "index.html", "--root-dir", str(NEW_SITE.resolve()), str(NEW_SITE),
        )  # fmt: skip
        # The last good site stays until the new one is complete.
        replace(SITE, NEW_SITE)
    session.log(f"The site is in {SITE}{os.sep}. To look at it: python3 -m http.server --directory {SITE} 8000")
    session.log("Then open http://localhost:8000/ in a browser.")


@nox.session
def successors(session: nox.Session) -> None:
    """Build the site with ProperDocs too, a successor of MkDocs; a byte that differs from MkDocs fails."""
    install(session, "successors")
    # Any date will do, if all builds get the same.
    session.env["SOURCE_DATE_EPOCH"] = "1700000000"
    folder = Path(session.create_tmp())
    with alone(session.log):
        for program in ("mkdocs", *SUCCESSORS):
            shutil.rmtree(folder / program, ignore_errors=True)
            build_site(session, program, folder / program)
        for program in SUCCESSORS:
            if found := differences(folder / "mkdocs", folder / program):
                session.error("\n".join([f"{len(found)} files differ between mkdocs and {program}:", *found]))
            count = sum(path.is_file() for path in (folder / program).rglob("*"))
            session.log(f"{program} and mkdocs make the same {count} files, byte for byte.")


@nox.session
def serve(session: nox.Session) -> None:
    """Open a live site on http://localhost:8000/ that shows every edit; arguments go to `mkdocs serve`."""
    install(session)
    session.run("python", "-m", "macros.desk.renew", "--schemas")
    session.run("mkdocs", "serve", *session.posargs)


@nox.session
def seeds(session: nox.Session) -> None:
    """Check the seeds alone, in about a second."""
    install(session)
    session.run("python", "-m", "macros.desk.renew", "--ids")
    session.run("python", "-m", "macros.validation", *session.posargs)


@nox.session(name="next")
def what_is_next(session: nox.Session) -> None:
    """List what to do next in the dossier, in order, each with its place: -- [folder]."""
    install(session)
    session.run("python", "-m", "macros.desk.next", *session.posargs)


@nox.session
def fingerprint(session: nox.Session) -> None:
    """Write or check the fingerprint of a source: -- <source-id> <text file>."""
    install(session)
    session.run("python", "-m", "macros.desk.fingerprint", *session.posargs)
    session.run("python", "-m", "macros.desk.renew", silent=True)


@nox.session
def migrate(session: nox.Session) -> None:
    """Bring a dossier of an older format to today's, and say what only you can decide: [-- folder]."""
    install(session)
    session.run("python", "-m", "macros.desk.migrate", *session.posargs)


@nox.session
def cite(session: nox.Session) -> None:
    """Make sources from the export of a reference manager, such as Zotero: -- <.json, .ris or .bib> [folder]."""
    install(session, "cite")
    session.run("python", "-m", "macros.desk.cite", *session.posargs)


@nox.session
def draft(session: nox.Session) -> None:
    """Write into a dossier what a program can know of an article: -- <article> [folder] [--language en]."""
    install(session, "draft")
    session.run("python", "-m", "macros.desk.draft", *session.posargs)


@nox.session
def changes(session: nox.Session) -> None:
    """Report what changes since a commit before it is published: -- <commit> [--html FILE | --markdown]."""
    install(session)
    session.run("python", "-m", "macros.desk.changes", *session.posargs)


@nox.session
def review(session: nox.Session) -> None:
    """Record the facts on which every inference rests, after you have reviewed the inferences."""
    install(session)
    session.run("python", "-m", "macros.desk.review")
    session.run("python", "-m", "macros.desk.renew", silent=True)


@nox.session
def mutants(session: nox.Session) -> None:
    """Falsify the dossier in thousands of places, and count how many of these errors the checks report."""
    install(session)
    session.run("python", "-m", "tests.mutants", *session.posargs)
    session.run("python", "-m", "macros.desk.renew", silent=True)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests, and measure that they cover every line of macros/."""
    install(session, "tests")
    session.run("pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


@nox.session
def argdown(session: nox.Session) -> None:
    """Read the exported arguments with Argdown's own parser (needs Node.js and npm)."""
    install(session, "tests")
    npm_ci(session, "tests/exports/argdown")
    session.run("pytest", "--no-cov", "tests/exports/test_argdown.py", *session.posargs)


@nox.session
def formats(session: nox.Session) -> None:
    """Read the exported calendar with ical.js, and the references with citeproc-js (needs Node.js and npm)."""
    install(session, "tests")
    npm_ci(session, "tests/exports/npm")
    session.run("pytest", "--no-cov", "tests/exports/test_ical.py", "tests/exports/test_citation.py", *session.posargs)


@nox.session
def editor(session: nox.Session) -> None:
    """Type into the language server that text editors run, and read what it offers (needs Node.js and npm)."""
    install(session, "tests")
    npm_ci(session, "tests/desk/editor")
    session.run("pytest", "--no-cov", "tests/desk/test_editor.py", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Use the site in Chromium as readers do, and check it with axe-core and the Nu HTML checker."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    needed = {"chromium": chromium, "default-jre-headless": shutil.which("java"), "npm": shutil.which("npm")}
    missing = [package for package, found in needed.items() if not found]
    if missing:
        session.error(f"Not installed: {', '.join(missing)}. On Debian: apt-get install {' '.join(missing)}")
    install(session, "tests", "browser")
    npm_ci(session, "tests/browser", "--omit=dev")
    session.run("pytest", "--no-cov", "tests/browser", *session.posargs)


@nox.session
def lighthouse(session: nox.Session) -> None:
    """Print the Lighthouse scores of one page of each kind, as on a phone; less than 100 fails. -- --paired: against Material."""
    install(session, "tests", "browser")
    npm_ci(session, "tests/browser")
    module = "paired" if session.posargs == ["--paired"] else "lighthouse"
    session.run("python", "-m", f"tests.browser.{module}", *(session.posargs if module == "lighthouse" else ()))


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of the code, and which packages import which."""
    install(session, "lint")
    session.run("ruff", "check", *CODE)
    session.run("ruff", "format", "--check", *CODE)
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy in strict mode."""
    install(session, "types", "tests", "browser")
    session.run("mypy")


@nox.session
def new(session: nox.Session) -> None:
    """Write the example dossier into a new folder, to replace record by record: -- <folder>."""
    install(session)
    session.run("python", "-m", "macros.desk.new", *session.posargs)


@nox.session
def schema(session: nox.Session) -> None:
    """Write the schemas and the field guide from the models, and check every seed against its schema."""
    install(session, "tests")
    session.run("python", "-m", "macros.desk.renew")
    session.run("pytest", "--no-cov", "tests/desk")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Run the checks on more than a thousand broken folders of seeds, and build the whole site of those that they accept."""
    install(session, "tests")
    session.run("python", "-m", "tests.fuzz", *session.posargs)


@nox.session
def edits(session: nox.Session) -> None:
    """Apply hundreds of random edits to a live server, and compare what it serves with full builds."""
    install(session, "tests")
    session.run("python", "-m", "tests.edits", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure builds and edits against plain MkDocs, for dossiers of several sizes, and print the figures. -- draft: how well drafts read."""
    if session.posargs == ["draft"]:
        install(session, "draft")
        session.run("python", "-m", "tests.draft_quality")
        return
    install(session, "tests", "browser", "bench")
    session.run("python", "-m", "tests.bench", *session.posargs)


@nox.session
def links(session: nox.Session) -> None:
    """Request every address of every source, and report which do not answer; this never fails."""
    install(session)
    session.run("python", "-m", "tests.links", *session.posargs)
