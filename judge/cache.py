"""Writing a file of the cache in one step: a reader sees the old one or the new one, whole."""

import contextlib
import os
import tempfile
from pathlib import Path


def keep(path: Path, data: bytes) -> None:
    """Write `data` to `path`, for its owner alone; folders that are missing are made.

    Raises `OSError` when that cannot be done; then nothing is left behind. A link at `path` is
    replaced, not followed.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
