"""What a judging process leaves behind on this machine, looked for from outside.

Makes the auditing process adopt orphans (PR_SET_CHILD_SUBREAPER), so that nothing that the
judge started can get out of sight by losing its parent.
"""

import contextlib
import ctypes
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.processes import children, descendants, state

_SUBREAPER = 36
SETTLING_SECONDS = 3.0
_SHARED = ("/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg")
_PUBLIC = ("/dev/shm", "/dev/mqueue", "/var/tmp", "/run/lock")  # noqa: S108 - looked at, not used


@contextlib.contextmanager
def adoption() -> Iterator[None]:
    """Have orphans of our descendants become our children while the block runs."""
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "PR_SET_CHILD_SUBREAPER")
    try:
        yield
    finally:
        prctl(_SUBREAPER, 0, 0, 0, 0)


class Audit:
    """Compares the surroundings of one process with what they were when the audit began.

    `owners` are the user ids that jailed programs run as: files in public folders count when
    they belong to one of them. `folders` belong to the process alone: nothing may appear there.
    """

    def __init__(self, pid: int, owners: Iterable[int] = (), folders: Iterable[Path] = ()) -> None:
        self._pid = pid
        self._owners = frozenset(owners)
        self._folders = tuple(folders)
        self._children = frozenset(children(os.getpid()))
        self._before = self._seen()

    def leftovers(self, settling_seconds: float = SETTLING_SECONDS) -> list[str]:
        """Return in words what is there now and was not before; dying things get a moment."""
        deadline = time.monotonic() + settling_seconds
        while True:
            self._reap_adopted()
            found = sorted((self._seen() - self._before).elements())
            if not found or time.monotonic() > deadline:
                return found
            time.sleep(0.02)

    def _reap_adopted(self) -> None:
        """Wait for orphans that have ended, as process 1 would."""
        for child in children(os.getpid()):
            if child not in self._children and state(child) == "Z":
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(child, os.WNOHANG)

    def _seen(self) -> Counter[str]:
        return Counter([
            *self._processes(),
            *self._descriptors(),
            *self._namespaces(),
            *_lines("mount", f"/proc/{self._pid}/mountinfo"),
            *self._cgroups(),
            *(line for path in _SHARED for line in _segments(path)),
            *self._files(),
            *(line for line in _lines("socket", "/proc/net/unix") if "hostile" in line),
            *(line for line in _lines("key", "/proc/keys") if "hostile" in line),
        ])  # fmt: skip

    def _processes(self) -> Iterator[str]:
        adopted = set(children(os.getpid())) - self._children - {self._pid}
        for pid in (*adopted, *descendants(self._pid, *adopted)):
            letter = state(pid)
            if letter:
                yield f"process {pid}" if letter != "Z" else f"zombie {pid}"

    def _descriptors(self) -> Iterator[str]:
        for entry in Path(f"/proc/{self._pid}/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):
                yield f"descriptor {entry.name}: {entry.readlink()}"

    def _namespaces(self) -> Iterator[str]:
        for entry in Path(f"/proc/{self._pid}/ns").iterdir():
            yield f"namespace {entry.readlink()}"

    def _cgroups(self) -> Iterator[str]:
        for line in Path(f"/proc/{self._pid}/cgroup").read_text().splitlines():
            _number, controllers, path = line.split(":", 2)
            for mount in (controllers.removeprefix("name="), "unified", ""):
                for folder in Path("/sys/fs/cgroup", mount, path.lstrip("/")).glob("judge-*"):
                    if folder.name.startswith(f"judge-{self._pid}-"):
                        yield f"cgroup {folder}"

    def _files(self) -> Iterator[str]:
        for folder in self._folders:
            yield from (f"file {path}" for path in folder.rglob("*"))
        for public in (*_PUBLIC, tempfile.gettempdir(), "/tmp"):  # noqa: S108 - looked at only
            with contextlib.suppress(OSError), os.scandir(public) as entries:
                for entry in entries:
                    if _owner(entry) in self._owners:
                        yield f"file {entry.path}"


def _owner(entry: os.DirEntry[str]) -> int | None:
    try:
        return entry.stat(follow_symlinks=False).st_uid
    except OSError:
        return None


def _lines(kind: str, path: str) -> list[str]:
    try:
        return [f"{kind} {line}" for line in Path(path).read_text().splitlines()]
    except OSError:
        return []


def _segments(path: str) -> list[str]:
    """Return the key and id of each System V object; the other columns change all the time."""
    rows = (line.split() for line in _lines(path.rpartition("/")[2], path)[1:])
    return [" ".join(row[:3]) for row in rows]
