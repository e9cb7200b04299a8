"""The server of a state folder, as its clients find it: `server.json` and `serve.lock`.

A server holds the lock while it lives; the kernel frees it with the process. While it is held the
file tells the truth. One that a killed server left behind is not believed: by now somebody else may
listen there, who must not be sent the token. `judge.service` writes both.
"""

import fcntl
import json
import os
import stat
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from urllib.parse import urlsplit

from judge.records import dataclass

FILE_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The server of a state folder. `detached`: it was started by a client, and ends when idle.

    `problems` are the folders of one's own that it serves.
    """

    url: str
    pid: int
    version: str
    started_at: str
    detached: bool = False
    problems: tuple[str, ...] = ()

    def lacks(self, folders: Iterable[str]) -> list[str]:
        """Return the folders of one's own problems that it does not serve, in their order."""
        return [one for one in folders if one not in self.problems]


def server_path(state_dir: Path) -> Path:
    """Return the path of the file that tells where the server is."""
    return state_dir / "server.json"


def lock_path(state_dir: Path) -> Path:
    """Return the path of the file that a living server has locked."""
    return state_dir / "serve.lock"


def running_server(state_dir: Path) -> RunningServer | None:
    """Return the server that runs on this state folder; None when none does, or not yet."""
    return _read(server_path(state_dir)) if is_locked(state_dir) else None


def is_locked(state_dir: Path) -> bool:
    """Whether a server holds this state folder, or is about to."""
    try:
        handle = os.open(lock_path(state_dir), os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(handle)


def _read(path: Path) -> RunningServer | None:
    """Return what a file tells; None where it is missing, another's, or not whole."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
                return None
            given = json.loads(file.read(FILE_BYTES))
            # A newer judge may say more.
            known = {one.name for one in fields(RunningServer)}
            given["problems"] = tuple(map(str, given.get("problems", ())))
            server = RunningServer(**{name: given[name] for name in known & {*given}})
        parts = urlsplit(server.url)
        whole = parts.scheme == "http" and parts.hostname and isinstance(server.pid, int)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return server if whole else None
