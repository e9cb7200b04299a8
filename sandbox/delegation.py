"""Find, or make, a place for version 2 cgroups that have a controller.

A cgroup that holds processes gives its children no controller ("no internal processes",
cgroup-v2.rst), and the cgroup that was delegated to us holds this very process. So it is emptied
into a leaf below it; or, where others live in it too, ours are made beside it.
"""

import contextlib
import os
from pathlib import Path

#: Where the processes of an emptied cgroup go on; its owner removes it with the cgroup.
LEAF = "judge"
#: Looks at a cgroup while processes in it go on forking.
_ROUNDS = 20


def place(own: Path, controller: str = "memory") -> Path | None:
    """Return the folder to make cgroups in, for a process of the cgroup `own`; None for nowhere.

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
    # Moving a process asks for this right on the nearest cgroup above both places.
    movable = os.access(folder / "cgroup.procs", os.W_OK)
    return movable and controller in _words(folder / "cgroup.subtree_control")


def _is_ours(own: Path) -> bool:
    """Whether nobody minds when the processes of a cgroup are moved.

    It says so (systemd 251 and newer), it is all that a container sees, or only this process and
    its descendants are in it.
    """
    with contextlib.suppress(OSError):
        if os.getxattr(own, "user.delegate") == b"1":
            return True
    if (own / "cgroup.type").exists() and not (own.parent / "cgroup.procs").exists():
        return True
    return all(os.getpid() in _line_of(int(pid)) for pid in _words(own / "cgroup.procs"))


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
    with contextlib.suppress(OSError):  # not delegated: threads are then bounded by rlimits alone
        (own / "cgroup.subtree_control").write_text("+pids")


def _line_of(pid: int) -> list[int]:
    """Return a process and its ancestors, as far as they are seen."""
    found = []
    while pid > 0 and pid not in found:
        found.append(pid)
        try:
            status = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            break
        # PID (NAME) STATE PPID ...: a name may hold anything
        pid = int(status.rpartition(")")[2].split()[1])
    return found


def _words(path: Path) -> list[str]:
    try:
        return path.read_text().split()
    except OSError:
        return []
