"""Notice changes of a file by polling: `judge submit --watch`."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

LOOK_SECONDS = 0.2

Stamp = tuple[int, int, int] | None


def changes(path: Path, sleep: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Yield at once, and again whenever the file has changed; never end.

    Editors save by renaming a new file into place, so the file may be gone for a moment.
    """
    seen = _stamp(path)
    yield
    while True:
        sleep(LOOK_SECONDS)
        now = _stamp(path)
        if now is not None and now != seen:
            seen = now
            yield


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
