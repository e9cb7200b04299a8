"""`server.json` and `serve.lock`: the one server of a state folder, and where it is.

A server holds the lock while it lives; the kernel frees it with the process. Who holds it writes
`server.json` (mode 0600) once it listens, and removes it at the end. So while the lock is held the
file tells the truth; one that a killed server left behind is not believed: by now somebody else
may listen there, who must not be sent the token. Standard library only: a client imports no web
framework.
"""

import contextlib
import fcntl
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from judge.errors import HostError, UsageError
from judge.service.local_token import private_folder
from judge.settings import Settings, state_mend

#: Who only looks whether the lock is held has it for a moment.
LOCK_SECONDS = 0.5
FILE_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The server of a state folder. `detached`: it was started by a client, and ends when idle."""

    url: str
    pid: int
    version: str
    started_at: str
    detached: bool = False


def server_path(settings: Settings) -> Path:
    """Return the path of the file that tells where the server is."""
    return settings.state_dir / "server.json"


@contextlib.contextmanager
def told(settings: Settings, server: RunningServer) -> Iterator[None]:
    """Let `server.json` name this server for a while. Raises `HostError`."""
    path = server_path(settings)
    try:
        handle, name = tempfile.mkstemp(prefix=".server-", dir=path.parent)  # mode 0600
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(json.dumps(asdict(server)) + "\n")
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise HostError(f"cannot write {path}: {error.strerror}. {state_mend(error)}") from None
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


def running_server(settings: Settings) -> RunningServer | None:
    """Return the server that runs on this state folder; None when none does, or not yet."""
    return _read(server_path(settings)) if is_locked(settings) else None


def is_locked(settings: Settings) -> bool:
    """Whether a server holds this state folder, or is about to."""
    try:
        handle = os.open(_lock_path(settings), os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
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


@contextlib.contextmanager
def only_server(settings: Settings) -> Iterator[None]:
    """Hold the state folder. Raises `UsageError` where another server does, and `HostError`."""
    path = _lock_path(settings)
    try:
        private_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise HostError(f"cannot lock {path}: {error.strerror}. {state_mend(error)}") from None
    try:
        _lock(handle, settings)
        # It is a dead server's; until this one listens nobody is to ask there.
        with contextlib.suppress(OSError):
            server_path(settings).unlink()
        yield
    finally:
        os.close(handle)


def _lock(handle: int, settings: Settings) -> None:
    end = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise UsageError(
                    f"another `judge serve` keeps {settings.state_dir}; stop it, "
                    "or set JUDGE_STATE_DIR"
                ) from None
            time.sleep(0.02)
        else:
            return


def _lock_path(settings: Settings) -> Path:
    return settings.state_dir / "serve.lock"


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
            server = RunningServer(**{name: given[name] for name in known & {*given}})
        parts = urlsplit(server.url)
        whole = parts.scheme == "http" and parts.hostname and isinstance(server.pid, int)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return server if whole else None
