"""`server.json` and `serve.lock`: the one server of a state folder tells where it is.

A server holds the lock while it lives; the kernel frees it with the process. Who holds it writes
`server.json` (mode 0600) once it listens, and removes it at the end. `judge.client` reads both.
Standard library only: who starts a server imports no web framework.
"""

import contextlib
import fcntl
import json
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from judge.client import RunningServer, lock_path, server_path
from judge.errors import HostError, UsageError
from judge.service.process.local_token import private_folder
from judge.settings import Settings, state_mend

#: Who only looks whether the lock is held has it for a moment.
LOCK_SECONDS = 0.5


@contextlib.contextmanager
def told(settings: Settings, server: RunningServer) -> Iterator[None]:
    """Let `server.json` name this server for a while. Raises `HostError`."""
    path = server_path(settings.state_dir)
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


@contextlib.contextmanager
def only_server(settings: Settings) -> Iterator[None]:
    """Hold the state folder. Raises `UsageError` where another server does, and `HostError`."""
    path = lock_path(settings.state_dir)
    try:
        private_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise HostError(f"cannot lock {path}: {error.strerror}. {state_mend(error)}") from None
    try:
        _lock(handle, settings)
        # It is a dead server's; until this one listens nobody is to ask there.
        with contextlib.suppress(OSError):
            server_path(settings.state_dir).unlink()
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
