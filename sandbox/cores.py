"""Keep the judge's thread and a program on one core while they exchange small messages.

A wake-up on another core takes longer than a small case. Both are bound only from the first step of
a case to its last: threads and processes that the judge starts would inherit its affinity.
Linux: sched_setaffinity(2); does nothing elsewhere.
"""

import contextlib
import os


class SharedCore:
    """The core shared by one program and the calling thread. For one thread."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._core: int | None = None
        self._before: set[int] | None = None
        self._possible = hasattr(os, "sched_setaffinity")

    def share(self) -> None:
        """Bind both to one core, the calling thread until `leave`."""
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
        """Restore the affinity of the calling thread; the program stays bound."""
        before, self._before = self._before, None
        if before is not None:
            with contextlib.suppress(OSError):
                os.sched_setaffinity(0, before)

    def separate(self) -> None:
        """Allow the program all cores of the calling thread."""
        self.leave()
        if self._core is not None:
            self._core = None
            with contextlib.suppress(OSError):
                os.sched_setaffinity(self._pid, os.sched_getaffinity(0))

    def give_up(self) -> None:
        """Stop sharing for good, because the program has a core of its own or has ended."""
        self.leave()
        self._possible = False


def _current() -> int:
    """Return the core of the calling thread: field 39 of proc_pid_stat(5)."""
    with open("/proc/thread-self/stat", "rb") as file:
        # The name in brackets may contain anything; the text after it starts with field 3.
        return int(file.read().rpartition(b")")[2].split()[36])
