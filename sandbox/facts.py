"""Facts about this host, and what they mean for the isolation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.advice import Surroundings
from sandbox.errors import SandboxError

if TYPE_CHECKING:
    from sandbox.cgroups import Group

#: The memory limit of a cgroup that is made as a test.
_BOUND = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. `value` is None if the host has none; `note` is its consequence, if any."""

    name: str
    value: str | int | None
    note: str = ""


def gather(host: Surroundings, program_uid: int | None) -> tuple[Fact, ...]:
    """Return the facts of this host; `program_uid` is the user of programs in the best tier."""
    if host.platform != "linux":
        return (user_fact(program_uid),)
    group = _group()
    try:
        return (
            cgroup_fact(group),
            swap_fact(host, group),
            landlock_fact(),
            user_fact(program_uid),
        )
    finally:
        if group is not None:
            group.remove()


def _group() -> "Group | None":
    from sandbox import cgroups  # noqa: PLC0415 - Linux only

    hierarchy = cgroups.find()
    try:
        return None if hierarchy is None else cgroups.Group.make(hierarchy, _BOUND)
    except OSError:
        return None


def cgroup_fact(group: "Group | None") -> Fact:
    """Return the cgroup version; `sandbox.probe()` says what is lost without one."""
    if group is None:
        return Fact("cgroup version", None)
    note = "" if group.records_peak else "keeps no peak before Linux 5.19: the resident one is read"
    return Fact("cgroup version", group.version, note)


def swap_fact(host: Surroundings, group: "Group | None") -> Fact:
    """Return whether swapped-out memory is bounded too."""
    from sandbox import cgroups  # noqa: PLC0415 - Linux only

    if not cgroups.has_swap(host.swaps):
        return Fact("swap", "off")
    if group is None:
        return Fact("swap", "on", "bounded by RLIMIT_DATA, and missing from the resident peak")
    if group.bounds_swap:
        return Fact("swap", "on", "counted: programs get none beyond their memory limit")
    return Fact(
        "swap",
        "on",
        "not counted: private memory is bounded by RLIMIT_DATA instead; start Linux with "
        "swapaccount=1, or turn swap off",
    )


def landlock_fact() -> Fact:
    """Return the kernel's Landlock version, and what it does not cover."""
    from sandbox import landlock  # noqa: PLC0415 - Linux only

    try:
        abi = landlock.version()
    except SandboxError:
        return Fact("landlock abi", None)
    # O_RDONLY | O_TRUNC requires no right before ABI 3 (landlock.rst)
    note = "truncation is refused by seccomp alone: it is not covered below 3" if abi < 3 else ""
    return Fact("landlock abi", abi, note)


def user_fact(uid: int | None) -> Fact:
    """Return the user that programs run as."""
    note = ""
    if uid == 0:
        note = (
            "root: other users cannot reach the interpreter's library; move it out of root's home"
        )
    return Fact("program uid", uid, note)
