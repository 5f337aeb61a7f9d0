"""Files that editors and tools leave next to the files that somebody wrote. Nobody means them as part of a dossier or site."""

from __future__ import annotations

import re

IDS = "ids.json"
"""The ids of a dossier, beside the schemas that refer to it. A live server writes this file itself after an edit."""

_LEFTOVER = re.compile(
    r"""
    \..*                                        # hidden: Emacs (.#x), macOS (._x), Vim (.x.swp), sync programs
    | .*~ | \#.*\#                              # backups and autosaves: Emacs, Vim, gedit, Kate
    | .*\.(orig|rej|bak|old|save|sw[a-p]|tmp)(\.\d+)?   # Git, patch, nano, Notepad++, Vim and programs that save by renaming
    | .*___jb_(tmp|old)___                      # JetBrains, while it saves
    | .*_(BACKUP|BASE|LOCAL|REMOTE)_\d+\.\w+    # git mergetool, while a conflict is open
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def is_leftover(name: str) -> bool:
    """Whether a file or folder is hidden, a backup, or a copy of a file that is being saved.

    Args:
        name: The name without its folder.
    """
    return _LEFTOVER.fullmatch(name) is not None
