"""The minimal read-only root of programs: `plan` describes it, `enter` builds it.

The root is a small tmpfs with read-only binds of the interpreter's library and the shared
libraries at their own paths, two devices, and an empty /tmp where each program gets a
scratch tmpfs of its own. There is no /proc, no /sys, no home.
"""

import os
import stat
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sandbox import syscalls
from sandbox.errors import SandboxError

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_NOATIME = 1024
MS_NODIRATIME = 2048
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MS_RELATIME = 1 << 21
MNT_DETACH = 2
_AT_FDCWD = -100
_OPEN_TREE_CLONE = 1
_MOVE_MOUNT_F_EMPTY_PATH = 4

SCRATCH = "/tmp"  # noqa: S108 - the scratch of the jail, a tmpfs of its own in each sandbox
#: Not /dev/zero: a shared mapping of it is memory that no limit of a process counts.
DEVICES: tuple[str, ...] = ("/dev/null", "/dev/urandom")
#: statvfs(2) flags that must be repeated when a bind is remounted in a user namespace.
KEPT = {
    2: MS_NOSUID,
    4: MS_NODEV,
    8: MS_NOEXEC,
    1024: MS_NOATIME,
    2048: MS_NODIRATIME,
    4096: MS_RELATIME,
}


class Root(NamedTuple):
    """What the minimal root contains.

    `readable` are mounted at their own real paths, `elsewhere` are pairs of place and real path.
    """

    readable: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    hidden: tuple[str, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """All readable paths, as programs see them."""
        return (*self.readable, *(place for place, _ in self.elsewhere))


def plan(shown: Mapping[str, str]) -> Root:
    """Return the root for this interpreter: its library, the system's, and what is `shown`.

    `shown` maps places in the root to paths of the host; both may be equal.
    """
    library = os.path.realpath(os.path.dirname(os.__file__))
    multiarch = getattr(sys.implementation, "_multiarch", "")
    system = [f"/usr/lib/{multiarch}"] if multiarch else ["/usr/lib"]
    system += [f"/lib/{multiarch}", "/lib64", "/usr/lib64"]
    # Real paths only: each is bound once, and reached through the links of the host.
    readable = [library, *(os.path.realpath(p) for p in system if os.path.isdir(p))]
    real = {place: os.path.realpath(path) for place, path in shown.items()}
    readable += [path for place, path in real.items() if shown[place] == place]
    elsewhere = tuple((place, path) for place, path in real.items() if shown[place] != place)
    links = tuple((p, os.readlink(p)) for p in ("/lib", "/lib64") if os.path.islink(p))
    hidden = tuple(
        f"{library}/{name}"
        for name in ("site-packages", "dist-packages")
        if os.path.isdir(f"{library}/{name}")
    )
    return Root(outermost(readable), elsewhere, links, hidden)


def outermost(paths: list[str]) -> tuple[str, ...]:
    """Return these folders without those below another of them."""
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not any(path.startswith(f"{other}/") for other in kept):
            kept.append(path)
    return tuple(kept)


def enter(root: Root) -> None:
    """Build the root in this mount namespace and pivot into it; all else becomes unreachable."""
    mount("make mounts private", "none", "/", None, MS_REC | MS_PRIVATE)
    # Opened before the tmpfs is mounted, which may cover a source.
    paths = (*root.readable, *(path for _, path in root.elsewhere), *DEVICES)
    sources = {p: os.open(p, os.O_PATH | os.O_CLOEXEC) for p in paths}
    base = SCRATCH
    options = "size=1m,nr_inodes=4k,mode=755"
    mount("mount root", "tmpfs", base, "tmpfs", MS_NOSUID | MS_NODEV, options)
    for path in root.readable:
        bind(base, path, sources[path], MS_RDONLY | MS_NOSUID | MS_NODEV)
    for place, path in root.elsewhere:
        bind(base, place, sources[path], MS_RDONLY | MS_NOSUID | MS_NODEV)
    for path in root.hidden:
        if any(path.startswith(f"{shown}/") for shown in root.readable):
            mount("hide packages", "tmpfs", base + path, "tmpfs", MS_RDONLY, "size=4k,nr_inodes=2")
    for path in DEVICES:
        bind(base, path, sources[path], MS_NOSUID | MS_NOEXEC)
    for descriptor in sources.values():
        os.close(descriptor)
    for path, target in root.links:
        if not os.path.lexists(base + path):
            os.symlink(target, base + path)
    os.makedirs(base + SCRATCH, exist_ok=True)
    os.chdir(base)
    syscalls.call("pivot root", "pivot_root", ".", ".")
    syscalls.call("detach the old root", "umount2", ".", MNT_DETACH)
    os.chdir("/")
    flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV
    mount("make root read-only", "none", "/", None, flags)


def mount_scratch(size_bytes: int) -> None:
    """Mount a small tmpfs for this mount namespace and make it the working folder."""
    options = f"size={size_bytes},nr_inodes=256,mode=700"
    mount("mount scratch", "tmpfs", SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)
    os.chdir(SCRATCH)


def take_files(folder: str, names: Sequence[str]) -> dict[str, int]:
    """Detach the files of a folder of the root from this mount namespace; return them by name.

    Each is a mount that no path leads to (open_tree(2), Linux 5.2). An empty tmpfs covers the
    folder, whose own mount is locked (mount_namespaces(7)).
    """
    step = "take data files"
    flags = _OPEN_TREE_CLONE | os.O_CLOEXEC
    taken = {
        name: syscalls.call(step, "open_tree", _AT_FDCWD, f"{folder}/{name}", flags)
        for name in names
    }
    options = f"size=4k,nr_inodes={len(taken) + 2},mode=755"
    mount("cover data files", "tmpfs", folder, "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, options)
    return taken


def put_file(folder: str, name: str, taken: int) -> None:
    """Mount a file that was taken at its place in its folder again."""
    path = f"{folder}/{name}"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o444))
    step = "show a data file"
    syscalls.call(step, "move_mount", taken, "", _AT_FDCWD, path, _MOVE_MOUNT_F_EMPTY_PATH)
    os.close(taken)


def mount(
    step: str, source: str, target: str, kind: str | None, flags: int, options: str = ""
) -> None:
    """Call mount(2); an error names the step and the target."""
    try:
        syscalls.call(step, "mount", source, target, kind or b"none", flags, options or b"")
    except SandboxError as error:
        raise SandboxError(f"{step} ({target})", errno=error.errno) from None


def bind(base: str, path: str, source: int, flags: int) -> None:
    """Bind the file or folder open at the descriptor `source` to `path` below `base`."""
    target = base + path
    if stat.S_ISDIR(os.fstat(source).st_mode):
        os.makedirs(target, exist_ok=True)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o600))
    mount("bind", f"/proc/self/fd/{source}", target, None, MS_BIND | MS_REC)
    # A second call: MS_BIND ignores other flags. Locked flags must be repeated, or EPERM.
    now = os.statvfs(target).f_flag
    kept = sum(value for bit, value in KEPT.items() if now & bit)
    mount("remount", "none", target, None, MS_REMOUNT | MS_BIND | flags | kept)
