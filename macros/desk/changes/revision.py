"""Two states of a dossier: as it was at a commit, and as it is now."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

from macros.desk.migrate import migration, write
from macros.loading.folder import read_folder
from macros.models.dossier import Dossier
from macros.problems.problem import DossierError
from macros.validation.data_format import Age, age
from macros.validation.pipeline import open_dossier
from macros.validation.reviews import is_outdated_review


class GitError(Exception):
    """Git cannot give what was asked for. The text says why."""


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607  (fixed commands, and git from the path)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if run.returncode:
        raise GitError(run.stderr.decode(errors="replace").strip())
    return run.stdout


def write_state(commit: str, folder: Path, target: Path) -> None:
    """Writes a folder as it was at a commit; nothing if it did not exist yet. A dossier of an older format is migrated.

    Args:
        commit: A commit, branch or tag.
        folder: The folder, in a checkout.
        target: An empty folder.

    Raises:
        GitError: There is no such commit, or the folder is in no checkout.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    try:
        found = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}").decode().strip()
    except GitError:
        raise GitError(f"there is no commit '{commit}' here (is the history fetched?)") from None
    if inside == "." or _git(top, "ls-tree", "-d", found, "--", inside):
        archive = _git(top, "archive", "--format=tar", f"{found}:{'' if inside == '.' else inside}")
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(target, members=[member for member in tar if member.isfile()], filter="data")
    raw = read_folder(target)
    if not raw.problems and age(raw) is Age.OLDER:
        list(write(migration(target).files))


def opened(folder: Path, scratch: Path) -> Dossier:
    """Opens a dossier, even if inferences were not reviewed after a change: that is what a reviewer wants to see.

    Args:
        folder: The folder of seeds.
        scratch: A folder that does not exist yet, for a copy without reviews.

    Raises:
        DossierError: Something else is wrong.
    """
    try:
        return open_dossier(folder)
    except DossierError as wrong:
        if not all(map(is_outdated_review, wrong.problems)):
            raise
    shutil.copytree(folder, scratch, ignore=shutil.ignore_patterns("reviews.yml", "reviews", ".git"))
    return open_dossier(scratch)
