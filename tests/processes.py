"""What processes there are below one, and whether they have ended: proc(5), read as it changes.

Everything looked at here may vanish between two looks, so what is gone counts as not there.
"""

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path


def children(pid: int) -> list[int]:
    """Return the pids of what a process started or adopted, zombies too."""
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += map(int, (task / "children").read_text().split())
    return found


def descendants(*pids: int) -> list[int]:
    """Return the pids of everything below these processes."""
    found: list[int] = []
    waiting = list(pids)
    while waiting:
        below = children(waiting.pop())
        found += below
        waiting += below
    return found


def state(pid: int) -> str:
    """Return the one-letter state of a process, empty when it is gone."""
    return next(iter(_fields(pid)), "")


def started(pid: int) -> str:
    """Return when a process started, which tells it from a later one of its number."""
    fields = _fields(pid)
    return "" if not fields or fields[0] in "ZX" else fields[19]


def _fields(pid: int) -> list[str]:
    """Return the fields of proc_pid_stat(5) from the state on; none of a process that is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return []
    # The name, in brackets, may hold anything: the fields after it are looked at.
    return text.rpartition(")")[2].split()


def gone(pids: Iterable[int], seconds: float = 10.0) -> bool:
    """Wait until each of these has ended; a zombie has, whoever may still keep it."""
    deadline = time.monotonic() + seconds
    while pids := [pid for pid in pids if state(pid) not in ("", "Z")]:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def groups_of(judge: int) -> list[Path]:
    """Return the memory cgroups that a judge made and that are still there."""
    # os.walk goes on where a folder vanished, which Path.rglob does not (Python 3.11).
    return [
        Path(place, name)
        for place, names, _files in os.walk("/sys/fs/cgroup")
        for name in names
        if name.startswith(f"judge-{judge}-")
    ]
