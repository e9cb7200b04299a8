"""The local server's token, which the command line and editors send to it.

Makes one file, `token` in the state folder (mode 0600, its folder 0700), once; a later server
of the same person reads it again, so editors stay set up. Standard library only: a client
imports no web framework.
"""

import os
import re
import secrets
import stat
import tempfile
from pathlib import Path

from judge.errors import HostError
from judge.settings import Settings, state_mend

_SHAPE = re.compile(rb"[A-Za-z0-9_-]{32,128}\n")


def token_path(settings: Settings) -> Path:
    """Return the path of the local server's token."""
    return settings.state_dir / "token"


def ensure_token(settings: Settings) -> str:
    """Return the token of this host's server, made if there is none. Raises `HostError`."""
    path = token_path(settings)
    try:
        private_folder(path.parent)
        return _read(path) or _make(path)
    except OSError as error:
        reason = error.strerror or str(error)
        mend = state_mend(error)
        raise HostError(f"cannot keep the token in {path}: {reason}. {mend}") from None


def private_folder(folder: Path) -> None:
    """Make a folder if it is missing. Raises `HostError` where others may write to it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    # The folder may be one that the user named, so its mode is not ours to change.
    if found.st_uid not in (os.geteuid(), 0) or stat.S_IMODE(found.st_mode) & 0o022:
        raise HostError(
            f"others may write to {folder}, so a token there protects nothing; "
            f"mend it with: chmod go-w {folder}, or set JUDGE_STATE_DIR"
        )


def _read(path: Path) -> str | None:
    """Return the token in a file; None when there is none, or others could read it."""
    try:
        # A link or a pipe in its place is not a token.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        text = file.read(200) if stat.S_ISREG(found.st_mode) else b""
    private = found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & 0o077
    return text.decode().strip() if private and _SHAPE.fullmatch(text) else None


def _make(path: Path) -> str:
    """Write a new token under another name, then put it in place in one step."""
    token = secrets.token_urlsafe(32)
    handle, name = tempfile.mkstemp(prefix=".token-", dir=path.parent)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(token + "\n")
        return _put(Path(name), path) or token
    finally:
        Path(name).unlink(missing_ok=True)


def _put(made: Path, path: Path) -> str | None:
    """Give the file its name; return the token of another server that was quicker, if one was."""
    try:
        path.hardlink_to(made)
    except FileExistsError:
        quicker = _read(path)
        if quicker is None:
            made.replace(path)
        return quicker
    return None
