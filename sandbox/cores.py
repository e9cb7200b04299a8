"""Keep the judge's thread and a program on one core while they talk in small steps.

A wake-up on another core takes longer than a small case does. Both are bound only from a case's
first step to its last: threads and processes that the judge starts inherit its affinity, and
must not be bound with it. Linux: sched_setaffinity(2); elsewhere nothing is done.
"""

import contextlib
import os


class SharedCore:
    """The core of one program and the thread that talks with it. Not for use by two threads."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._core: int | None = None
        self._before: set[int] | None = None
        self._possible = hasattr(os, "sched_setaffinity")

    def share(self) -> None:
        """Bind both to one core, the calling thread until it leaves."""
        if not self._possible or self._before is not None:
            return
        try:
            before = os.sched_getaffinity(0)
            if self._core not in before:
                self._core = _current()
                os.sched_setaffinity(self._pid, {self._core})
            os.sched_setaffinity(0, {self._core})
        except (OSError, ValueError, IndexError):
            self._possible = False
        else:
            self._before = before

    def leave(self) -> None:
        """Let the calling thread run where it could before; the program stays where it is."""
        before, self._before = self._before, None
        if before is not None:
            with contextlib.suppress(OSError):
                os.sched_setaffinity(0, before)

    def separate(self) -> None:
        """Let the program run wherever the calling thread may."""
        self.leave()
        if self._core is not None:
            self._core = None
            with contextlib.suppress(OSError):
                os.sched_setaffinity(self._pid, os.sched_getaffinity(0))

    def give_up(self) -> None:
        """Leave for good: the program is bound to a core already, or has ended."""
        self.leave()
        self._possible = False


def _current() -> int:
    """Return the core the calling thread runs on: field 39 of proc_pid_stat(5)."""
    with open("/proc/thread-self/stat", "rb") as file:
        # The name, in brackets, may hold anything: what is after it is counted from field 3 on.
        return int(file.read().rpartition(b")")[2].split()[36])
