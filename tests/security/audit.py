"""What a judging process leaves behind on this machine, looked for from outside.

Makes the auditing process adopt orphans (PR_SET_CHILD_SUBREAPER), so that nothing that the
judge started can get out of sight by losing its parent.
"""

import contextlib
import ctypes
import os
import socket
import struct
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.processes import children, descendants, groups_of, state

_SUBREAPER = 36
_SOCK_DIAG = 4
SETTLING_SECONDS = 3.0
_SHARED = ("/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg")
_PUBLIC = ("/dev/shm", "/dev/mqueue", "/var/tmp", "/run/lock")  # noqa: S108 - looked at, not used

_INTERNET = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
#: What tests make in public folders, beside each other: tempfile, pytest,
#: tests/security/test_hostile.py.
_OF_TESTS = ("tmp", "pytest-", "stage-")


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

    `owners` are the user ids that jailed programs run as: files in public folders, sockets and
    keys count when they belong to one of them. Where that is the user of the tests, who has other
    programs too, of sockets and keys only those count that are named as hostile ones are, and
    files that look like another test's do not. System V objects count that an owner or the user of
    the tests has made. `folders` belong to the process alone: nothing
    may appear there.
    """

    def __init__(self, pid: int, owners: Iterable[int] = (), folders: Iterable[Path] = ()) -> None:
        self._pid = pid
        self._owners = frozenset(owners)
        self._others = self._owners - {os.getuid()}
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
        lines = [
            *self._processes(),
            *self._descriptors(),
            *self._namespaces(),
            *_lines("mount", f"/proc/{self._pid}/mountinfo"),
            *self._cgroups(),
            *(line for path in _SHARED for line in _segments(path, self._owners | {os.getuid()})),
            *self._files(),
            *(line for line in _lines("socket", "/proc/net/unix") if "hostile" in line),
            *(line for line in _lines("key", "/proc/keys") if "hostile" in line),
            *self._keys(),
            *self._sockets(),
        ]
        return Counter(lines)

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
        yield from (f"cgroup {folder}" for folder in groups_of(self._pid))

    def _keys(self) -> Iterator[str]:
        """Yield a line for each key that an owner is charged for, in whatever namespace."""
        for line in _lines("", "/proc/key-users"):
            owner, _usage, keys, *_ = line.replace(":", " ").split()
            if int(owner) in self._others:
                yield from (f"key {number} of {owner}" for number in range(int(keys.split("/")[0])))

    def _sockets(self) -> Iterator[str]:
        """Yield every socket of the owners in this network namespace."""
        for inode, owner in unix_sockets():
            if owner in self._others:
                yield f"socket unix {inode} of {owner}"
        for kind in _INTERNET:
            for line in _lines(kind, f"/proc/net/{kind}")[1:]:
                fields = line.split()
                if int(fields[8]) in self._others:
                    yield f"socket {kind} {fields[2]} of {fields[8]}"

    def _files(self) -> Iterator[str]:
        for folder in self._folders:
            yield from (f"file {path}" for path in folder.rglob("*"))
        for public in (*_PUBLIC, tempfile.gettempdir(), "/tmp"):  # noqa: S108 - looked at only
            with contextlib.suppress(OSError), os.scandir(public) as entries:
                for entry in entries:
                    owner = _owner(entry)
                    own = owner not in self._others and entry.name.startswith(_OF_TESTS)
                    if owner in self._owners and not own:
                        yield f"file {entry.path}"


def unix_sockets() -> list[tuple[int, int]]:
    """Return inode and owner of each local socket, as sock_diag(7) tells; nothing without it."""
    show_owner, owner_told, by_family, dump, done = 0x40, 7, 20, 0x301, 3
    request = struct.pack("=BBHIIIII", socket.AF_UNIX, 0, 0, 0xFFFFFFFF, 0, show_owner, 0, 0)
    header = struct.pack("=IHHII", 16 + len(request), by_family, dump, 1, 0)
    found: list[tuple[int, int]] = []
    try:
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as channel:
            channel.send(header + request)
            while True:
                data = channel.recv(1 << 16)
                while data:
                    length, kind = struct.unpack_from("=IH", data)
                    if kind != by_family:
                        return found if kind == done else []
                    (inode,) = struct.unpack_from("=I", data, 20)
                    owners = _attributes(data[32:length]).get(owner_told, b"")
                    found += [(inode, owner) for (owner,) in struct.iter_unpack("=I", owners)]
                    data = data[(length + 3) & ~3 :]
    except OSError:
        return []


def _attributes(data: bytes) -> dict[int, bytes]:
    found = {}
    while len(data) >= 4:
        length, kind = struct.unpack_from("=HH", data)
        found[kind] = data[4:length]
        data = data[(max(length, 4) + 3) & ~3 :]
    return found


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


def _segments(path: str, makers: frozenset[int]) -> list[str]:
    """Return the key and id of each System V object of `makers`; other columns change all the time.

    A database beside the tests makes such objects too, as a user of its own.
    """
    rows = [line.split() for line in _lines(path.rpartition("/")[2], path)]
    maker = rows[0].index("cuid") if rows else 0
    return [" ".join(row[:3]) for row in rows[1:] if int(row[maker]) in makers]
