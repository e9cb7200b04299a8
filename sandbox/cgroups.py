"""One memory cgroup for each program, version 1 or 2, if this process may make one.

The program is moved in when it is ready and idle, so the counter starts near zero and shows what
the program itself takes. A group of version 2 also bounds threads and counts CPU time; in version 1
these are separate hierarchies, and joining each takes as long as starting a program.
Facts: cgroup-v1/memory.rst, cgroup-v2.rst.
"""

import contextlib
import errno
import itertools
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sandbox import delegation, rlimits

PREFIX = "judge-"
#: How long to wait for a group that is still busy after its program was killed.
_BUSY_SECONDS = 0.01
_serial = itertools.count()
#: Groups that were still busy when they were to be removed.
_left: list[Path] = []


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A folder in which groups can be made, and its cgroup version.

    `swaps`: the host has swap space that groups here cannot be kept from using.
    """

    folder: Path
    version: int
    swaps: bool = False


def find() -> Hierarchy | None:
    """Return a hierarchy in which this process can bound memory, found by trying, or None.

    May move the processes of its own cgroup into a leaf; see `delegation`.
    """
    for hierarchy in _candidates():
        try:
            group = Group.make(hierarchy, 64 * 1024 * 1024)
        except OSError:
            continue
        group.remove()
        return replace(hierarchy, swaps=not group.bounds_swap and has_swap())
    return None


def has_swap(swaps: str = "/proc/swaps") -> bool:
    """Whether any swap is on: proc(5) lists each below the heading."""
    try:
        return len(Path(swaps).read_bytes().splitlines()) > 1
    except OSError:
        return False


def _candidates() -> Iterator[Hierarchy]:
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return
    # Version 1 comes first: a host that counts memory there does not do so in 0::.
    for line in lines:
        _number, controllers, path = line.split(":", 2)
        if "memory" in controllers.split(","):
            yield Hierarchy(Path("/sys/fs/cgroup/memory" + path), 1)
        elif not controllers:
            for mount in ("/sys/fs/cgroup", "/sys/fs/cgroup/unified"):
                folder = delegation.place(Path(mount + path))
                if folder is not None:
                    yield Hierarchy(folder, 2)


class Group:
    """The cgroup of one program; `remove` it once the program has ended."""

    def __init__(self, folder: Path, version: int) -> None:
        self.folder = folder
        self.version = version
        self.bounds_swap = True
        self._peak = "memory.peak" if version == 2 else "memory.max_usage_in_bytes"

    @staticmethod
    def make(hierarchy: Hierarchy, memory_bytes: int) -> "Group":
        """Make a group with a memory limit and no swap. Raises OSError."""
        _clear_left()
        # The random part, since a judge in another pid namespace may have the same pid.
        name = f"{PREFIX}{os.getpid()}-{next(_serial)}-{os.urandom(4).hex()}"
        folder = hierarchy.folder / name
        folder.mkdir()
        group = Group(folder, hierarchy.version)
        try:
            group._limit(memory_bytes)
        except OSError:
            group.remove()
            raise
        return group

    def _limit(self, memory_bytes: int) -> None:
        if self.version == 2:
            self._write("memory.max", str(memory_bytes))
            self.bounds_swap = self._may_write("memory.swap.max", "0")
            self._may_write("memory.oom.group", "1")
            self._may_write("pids.max", str(rlimits.THREADS))
            return
        self._write("memory.limit_in_bytes", str(memory_bytes))
        self.bounds_swap = self._may_write("memory.memsw.limit_in_bytes", str(memory_bytes))

    def _may_write(self, name: str, text: str) -> bool:
        """Write a limit that some hosts lack, such as one on swap; whether it worked."""
        try:
            self._write(name, text)
        except OSError:
            return False
        return True

    @property
    def records_peak(self) -> bool:
        """Whether the kernel records the peak: version 2 does from Linux 5.19 on."""
        return self.version == 1 or (self.folder / self._peak).exists()

    def add(self, pid: int) -> None:
        """Move a process in. Raises OSError."""
        self._write("cgroup.procs", str(pid))

    def peak_bytes(self) -> int | None:
        """Return the peak of anonymous and shared memory, without page cache.

        The kernel's peak includes cache, so the cache of now is subtracted, but the result is at
        least what is in use now.
        """
        peak = self._number(self._peak)
        if peak is None:
            return None
        stat = self._table("memory.stat")
        if self.version == 2:
            shared = stat.get("shmem", 0)
            cache = stat.get("file", 0) - shared
            now = stat.get("anon", 0) + shared
        else:
            shared = stat.get("total_shmem", 0)
            cache = stat.get("total_cache", 0) - shared
            now = stat.get("total_rss", 0) + shared
        return max(peak - max(cache, 0), now)

    def killed(self) -> bool:
        """Return whether the kernel killed a process of this group because memory ran out."""
        name = "memory.events" if self.version == 2 else "memory.oom_control"
        return self._table(name).get("oom_kill", 0) > 0

    def cpu_seconds(self) -> float | None:
        """Return the CPU time of all processes of the group; None in version 1."""
        used = self._table("cpu.stat").get("usage_usec") if self.version == 2 else None
        return None if used is None else used / 1e6

    def remove(self) -> None:
        """Remove the group; if it stays busy, try again when the next one is made."""
        if not _removed(self.folder, time.monotonic() + _BUSY_SECONDS):
            _left.append(self.folder)

    def _write(self, name: str, text: str) -> None:
        descriptor = os.open(self.folder / name, os.O_WRONLY | os.O_CLOEXEC)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)

    def _number(self, name: str) -> int | None:
        try:
            return int((self.folder / name).read_text())
        except (OSError, ValueError):
            return None

    def _table(self, name: str) -> dict[str, int]:
        try:
            lines = (self.folder / name).read_text().splitlines()
        except OSError:
            return {}
        rows = (line.split() for line in lines)
        return {row[0]: int(row[1]) for row in rows if len(row) == 2 and row[1].isdigit()}


def _removed(folder: Path, deadline: float = 0.0) -> bool:
    """Remove a group; return False while it holds a dying process."""
    while True:
        try:
            folder.rmdir()
        except OSError as error:
            if error.errno != errno.EBUSY:
                return True  # gone, or impossible for this process
            if time.monotonic() > deadline:
                return False
            time.sleep(0.001)
        else:
            return True


def _clear_left() -> None:
    for folder in _left[:]:
        if _removed(folder):
            # Another thread may have removed it too.
            with contextlib.suppress(ValueError):
                _left.remove(folder)


def sweep(hierarchy: Hierarchy) -> None:
    """Remove the groups of judges that were killed."""
    with contextlib.suppress(OSError):
        for folder in hierarchy.folder.glob(f"{PREFIX}*-*"):
            owner = folder.name[len(PREFIX) :].partition("-")[0]
            if not owner.isdigit() or not os.path.exists(f"/proc/{owner}"):
                with contextlib.suppress(OSError):
                    folder.rmdir()
