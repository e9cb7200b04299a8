"""Files of the judge's cache: written in one step, and read as if each of them might be broken."""

import contextlib
import json
import os
import stat
from pathlib import Path
from typing import Any

#: No JSON file of ours is larger; a larger one is not read to its end.
JSON_BYTES = 16 * 1024 * 1024


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` to `path`, for its owner alone; make the folders that are missing.

    A reader sees the old file or the new one, whole. A link at `path` is replaced, not followed.
    Raises `OSError` when the file cannot be written; then nothing is left behind.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.parent / f".{os.urandom(8).hex()}.new"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def read_own_file(path: Path, most_bytes: int) -> bytes:
    """Return the bytes of a file that this user or root wrote.

    Raises `ValueError` for a pipe, a file of another user, or one of more than `most_bytes`, and
    `OSError` for one that cannot be read. Never waits for a writer.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > most_bytes:
            raise ValueError("not a file of the cache")
        if facts.st_uid not in {0, os.geteuid()}:
            raise ValueError("another user's file")
        return file.read(most_bytes)


class JsonCache:
    """A JSON value kept in a file, and believed only for the `origin` it was kept with.

    The origin is a text of everything that the value depends on. A file that is missing, broken,
    not ours or of another origin holds nothing.
    """

    def __init__(self, path: Path, origin: str) -> None:
        self._path = path
        self._origin = origin

    def load(self) -> Any:
        """Return the value, or None when nothing is kept for this origin."""
        try:
            kept = json.loads(read_own_file(self._path, JSON_BYTES))
            return kept["value"] if kept["origin"] == self._origin else None
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            # Whatever is wrong with the file, the answer is the same.
            return None

    def save(self, value: Any) -> None:
        """Keep a value in place of the old one; where the file cannot be written, keep nothing."""
        data = json.dumps({"origin": self._origin, "value": value}).encode("ascii")
        with contextlib.suppress(OSError):
            write_atomically(self._path, data)
