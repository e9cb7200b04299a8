"""One core for the timing of one judge at a time: a lock for each core, host-wide.

Makes files: a folder of mode 1777 with one empty file a core, which are only ever locked
(flock(2)). Nothing is written to them, so a file that another user put there can at worst make us
wait. The lock goes with the descriptor: a judge that is killed holds nothing.
"""

import fcntl
import os
import stat
import time
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Self

from judge.errors import HostError
from judge.events import TimingWaits

#: How often a judge that waits tries the locks again.
LOOK_SECONDS = 0.02


class CoreLock:
    """The right to time on `core` until it is closed; `core` is None where none can be bound to."""

    def __init__(self, core: int | None, descriptor: int) -> None:
        self.core = core
        self._descriptor = descriptor

    def close(self) -> None:
        """Let others time on the core. Safe to call twice."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def take_core(folder: Path, wait_seconds: float) -> Generator[TimingWaits, None, CoreLock | None]:
    """Return the lock of the first free core (generator return); yield while all are taken.

    None when no core became free in `wait_seconds`. Raises `HostError` when the folder cannot
    hold locks.
    """
    cores = _cores()
    place = _open_folder(folder)
    try:
        began = time.monotonic()
        while True:
            for core in cores:
                descriptor = _lock(place, folder, 0 if core is None else core)
                if descriptor is not None:
                    return CoreLock(core, descriptor)
            waited = time.monotonic() - began
            if waited >= wait_seconds:
                return None
            yield TimingWaits(len(cores), waited)
            time.sleep(LOOK_SECONDS)
    finally:
        os.close(place)


def _cores() -> list[int | None]:
    """Return the cores of this process; the last first, since core 0 serves most interrupts."""
    allowed = getattr(os, "sched_getaffinity", None)
    return sorted(allowed(0), reverse=True) if allowed is not None else [None]


def _open_folder(folder: Path) -> int:
    """Open the folder, made if it must be; a link in its place is refused, not followed."""
    try:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            # All users of this host lock here; the sticky bit keeps files in place.
            folder.chmod(0o1777)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        reason = f"cannot keep the cores' locks in {folder}: {error.strerror}"
        raise HostError(f"{reason}. Set JUDGE_SLOTS_DIR, or judge with --no-timing") from None


def _lock(place: int, folder: Path, core: int) -> int | None:
    """Return a descriptor that holds the core's lock; None when another judge has it."""
    name = f"core-{core}"
    try:
        descriptor = _open_file(place, name)
    except OSError as error:
        reason = f"cannot lock {folder / name}: {error.strerror}"
        raise HostError(f"{reason}. Remove it, or judge with --no-timing") from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _open_file(place: int, name: str) -> int:
    """Open a core's file for locking, which needs no right to write.

    Not with O_CREAT where it exists: fs.protected_regular refuses that for another user's file.
    """
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        descriptor = os.open(name, flags, dir_fd=place)
    except FileNotFoundError:
        with suppress(FileExistsError):
            made = os.open(name, flags | os.O_CREAT | os.O_EXCL, 0o444, dir_fd=place)
            os.fchmod(made, 0o444)  # whatever the umask: other users lock it too
            os.close(made)
        descriptor = os.open(name, flags, dir_fd=place)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "it is not a plain file")
    return descriptor
