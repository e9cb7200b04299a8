"""Find or make a place for version 2 cgroups with a controller.

A cgroup that holds processes cannot give controllers to its children ("no internal processes",
cgroup-v2.rst), and the cgroup that was delegated to us holds this process. So its processes are
moved into a leaf below it; if it holds foreign processes too, our groups become its siblings.
"""

import contextlib
import os
from pathlib import Path

#: The leaf for the processes of an emptied cgroup, whose owner removes both.
LEAF = "judge"
#: Attempts to empty a cgroup whose processes keep forking.
_ROUNDS = 20


def place(own: Path, controller: str = "memory") -> Path | None:
    """Return the folder in which a process of the cgroup `own` can make cgroups, or None.

    May move the processes of `own` into its leaf.
    """
    if _gives(own, controller):
        return own
    if own.name != LEAF and _is_ours(own):
        with contextlib.suppress(OSError):
            _empty(own, controller)
        if _gives(own, controller):
            return own
    return own.parent if _gives(own.parent, controller) else None


def _gives(folder: Path, controller: str) -> bool:
    # Moving a process requires this right on the nearest common ancestor.
    movable = os.access(folder / "cgroup.procs", os.W_OK)
    return movable and controller in _words(folder / "cgroup.subtree_control")


def _is_ours(own: Path) -> bool:
    """Whether the processes of a cgroup may be moved.

    They may if it is marked as delegated (systemd 251 and newer), if it is the whole tree that a
    container sees, or if it holds only this process and its descendants.
    """
    with contextlib.suppress(OSError):
        if os.getxattr(own, "user.delegate") == b"1":
            return True
    if (own / "cgroup.type").exists() and not (own.parent / "cgroup.procs").exists():
        return True
    return all(os.getpid() in _ancestry(int(pid)) for pid in _words(own / "cgroup.procs"))


def _empty(own: Path, controller: str) -> None:
    if controller not in _words(own / "cgroup.controllers"):
        return
    leaf = own / LEAF
    leaf.mkdir(exist_ok=True)
    for _ in range(_ROUNDS):
        for pid in _words(own / "cgroup.procs"):
            with contextlib.suppress(ProcessLookupError):
                (leaf / "cgroup.procs").write_text(pid)
        if not _words(own / "cgroup.procs"):
            break
    (own / "cgroup.subtree_control").write_text(f"+{controller}")
    with contextlib.suppress(OSError):  # not delegated: only rlimits bound threads then
        (own / "cgroup.subtree_control").write_text("+pids")


def _ancestry(pid: int) -> list[int]:
    """Return a process and its visible ancestors."""
    found = []
    while pid > 0 and pid not in found:
        found.append(pid)
        try:
            status = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            break
        # PID (NAME) STATE PPID ...: the name may contain anything
        pid = int(status.rpartition(")")[2].split()[1])
    return found


def _words(path: Path) -> list[str]:
    try:
        return path.read_text().split()
    except OSError:
        return []
