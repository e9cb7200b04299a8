"""A small disk of its own for a store, which can be filled: in memory, so it takes root."""

import contextlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

_PIECE = bytes(64 * 1024)


class Disk:
    """A file system mounted at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self) -> None:
        """Leave no byte free on it."""
        with self._filler.open("ab", buffering=0) as filler:
            with contextlib.suppress(OSError):
                while True:
                    filler.write(_PIECE)
            with contextlib.suppress(OSError):
                while True:
                    filler.write(b"x")

    def free(self) -> None:
        """Give the room back."""
        self._filler.unlink(missing_ok=True)


@contextlib.contextmanager
def disk(folder: Path, mebibytes: int) -> Iterator[Disk]:
    """Mount one at a folder, which is made."""
    folder.mkdir()
    options = f"size={mebibytes}m,mode=0700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tests", str(folder)], check=True)
    try:
        yield Disk(folder)
    finally:
        # Lazily: a process that is about to end may still hold a file.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
