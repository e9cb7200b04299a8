"""The disk below a host's folders: makes them, and says what to do where nothing can be written."""

import errno
import os
from pathlib import Path

from judge.errors import UsageError
from judge.settings.environment import Environment

SHORTAGES = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def state_mend(error: OSError) -> str:
    """Return what to do where a file of the state folder cannot be written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "Free some space there" if full else "Set JUDGE_STATE_DIR"


def is_full(folder: Path) -> bool:
    """Whether the disk of a folder has no room for a page, or no inode for a file."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return False
    # Some file systems have no fixed number of inodes, and count none.
    return found.f_bavail * found.f_frsize < 65_536 or (found.f_files > 0 and found.f_favail == 0)


def ready_folder(environment: Environment, name: str) -> None:
    """Make the folder that a variable names, if it names one.

    Raises `UsageError` where none can be made; a full disk is not the setting's mistake.
    """
    if not environment.get(name):
        return
    folder = Path(environment[name])
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in SHORTAGES:
            return  # whatever writes there reports it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(
            f"{name} is {str(folder)!r}, where no folder can be: {reason}. Name another one"
        ) from None
