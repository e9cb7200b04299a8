"""Stand-ins for other hosts: the kernel's refusals by a seccomp filter, and what a host says.

Run as `python -m tests.sandbox.hosts NAME FOLDER`, it makes itself such a host for good, probes
it and prints `judge doctor --json`. The refusals are real: the probe meets the errno that the
other host would give, at the same call. FOLDER holds false settings of the kernel.
"""

import ctypes
import errno
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from judge.cli.render.doctor import host_json
from judge.languages import PYTHON_GUEST
from sandbox import probe
from sandbox.advice import NAMESPACE_CALLS, Surroundings

CAP_SYS_ADMIN = 21
NEWUSER = 0x10000000
NEWNET = 0x40000000
NAMESPACES = 0x7E020000  # user, mount, pid, net, IPC, UTS and cgroup: all that clone may ask for
O_WRONLY = 1
#: The high bit of AT_FDCWD: a path is not told from a folder's descriptor then.
FROM_HERE = 1 << 31
#: Numbers of calls that the sandbox itself has no name for.
NUMBERS = {"x86_64": {"sethostname": 170}, "aarch64": {"sethostname": 161}}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Calls that fail with an errno.

    `flags` narrows it to calls whose `argument` has one of them, `unless` to those whose first
    argument has none of these.
    """

    calls: tuple[str, ...]
    errno: int
    flags: int = 0
    argument: int = 0
    unless: int = 0


@dataclass(frozen=True, slots=True)
class Pretence:
    """One kind of host. `listener`: somebody has a seccomp listener on all of its processes."""

    refusals: tuple[Refusal, ...] = ()
    sysctls: dict[str, str] = field(default_factory=dict)
    container: bool = False
    platform: str = "linux"
    release: str = "6.1.0"
    no_cgroups: bool = False
    listener: bool = False
    powerless: bool = False
    filtered: bool = False
    swap: bool = False


NO_NAMESPACES = Refusal(("clone", "unshare"), errno.ENOSPC, NEWUSER)
NO_MOUNTS = Refusal(("mount", "pivot_root"), errno.EACCES)
#: proc_setgroups_open (fs/proc/base.c) asks for CAP_SYS_ADMIN in the namespace. The sandbox opens
#: that file, and no other for writing, from a descriptor of /proc.
NO_MAP = Refusal(("openat",), errno.EACCES, O_WRONLY, argument=2, unless=FROM_HERE)
#: The sandbox's calls that Docker's profile refuses, in the order of github.com/moby/profiles.
DOCKER_CALLS = ("mount", "sethostname", "setns", "umount2", "unshare", "pivot_root", "bpf")
DOCKER = (
    Refusal(("clone",), errno.EPERM, NAMESPACES),
    Refusal(DOCKER_CALLS, errno.EPERM),
)
DOCKER_MENDED = (
    Refusal(tuple(call for call in DOCKER_CALLS if call not in NAMESPACE_CALLS), errno.EPERM),
)
OLD_DOCKER = (*DOCKER, Refusal(("landlock_create_ruleset",), errno.EPERM))
UBUNTU = {"kernel/apparmor_restrict_unprivileged_userns": "1"}
NO_LANDLOCK = Refusal(("landlock_create_ruleset",), errno.ENOSYS)
UNUSED_LANDLOCK = Refusal(("landlock_create_ruleset",), errno.EOPNOTSUPP)
NO_LISTENER = Refusal(("seccomp",), errno.EINVAL, flags=1 << 3, argument=1)
#: user and mount namespaces are one call of the fork server's, so root meets this one first.
NO_UNSHARE = Refusal(("unshare",), errno.ENOSPC)

HOSTS = {
    "user namespaces off": Pretence((NO_NAMESPACES, NO_UNSHARE), {"user/max_user_namespaces": "0"}),
    "no network namespaces": Pretence(
        (Refusal(("clone",), errno.ENOSPC, NEWNET),), {"user/max_net_namespaces": "0"}
    ),
    "few processes": Pretence((Refusal(("clone",), errno.EAGAIN, NAMESPACES),)),
    "Debian's switch off": Pretence(
        (Refusal(("clone", "unshare"), errno.EPERM, NAMESPACES),),
        {"kernel/unprivileged_userns_clone": "0"},
    ),
    "Ubuntu's AppArmor rule": Pretence((NO_MAP,), UBUNTU),
    "Ubuntu's AppArmor rule, at mount": Pretence((NO_MOUNTS,), UBUNTU),
    "Ubuntu's AppArmor rule, at once": Pretence(
        (Refusal(("clone", "unshare"), errno.EACCES, NEWUSER),), UBUNTU
    ),
    "a seccomp filter on Ubuntu": Pretence(DOCKER, UBUNTU, filtered=True),
    "Docker's default profile": Pretence(DOCKER, container=True, no_cgroups=True),
    "Docker on Ubuntu 24.04": Pretence(DOCKER, UBUNTU, container=True, no_cgroups=True),
    "Docker's AppArmor profile": Pretence((NO_MOUNTS,), container=True),
    "Docker unconfined on Ubuntu 24.04": Pretence((NO_MAP,), UBUNTU, container=True),
    "Docker's root": Pretence(DOCKER_MENDED, container=True, powerless=True),
    "Docker as advised": Pretence(DOCKER_MENDED, container=True),
    "old Docker": Pretence(OLD_DOCKER, container=True),
    "somebody's listener": Pretence(container=True, listener=True),
    "WSL2, mirrored": Pretence(listener=True, release="6.6.87.2-microsoft-standard-WSL2"),
    "no Landlock": Pretence((NO_LANDLOCK,)),
    "Landlock not in the list": Pretence((UNUSED_LANDLOCK,)),
    "Landlock used up": Pretence((Refusal(("landlock_restrict_self",), errno.E2BIG),)),
    "old kernel": Pretence((NO_LANDLOCK, NO_LISTENER), release="4.19.0"),
    "no cgroup": Pretence(no_cgroups=True, swap=True),
    "WSL2": Pretence(release="6.6.87.2-microsoft-standard-WSL2", no_cgroups=True),
    "old WSL2": Pretence((NO_LANDLOCK,), release="5.10.16.3-microsoft-standard-WSL2"),
    "macOS": Pretence(platform="darwin"),
}


def become(host: Pretence, folder: Path) -> Surroundings:
    """Take away what this host lacks, for this process and all that it starts."""
    from sandbox import bpf, syscalls  # noqa: PLC0415 - Linux only

    if host.no_cgroups:
        _hide_cgroups()
    for name, value in host.sysctls.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value + "\n")
    swaps = folder / "swaps"
    swaps.write_text("Filename Type Size\n" + "/dev/zram0 partition 4194300\n" * host.swap)
    mark = folder / "dockerenv"
    if host.container:
        mark.touch()
    if host.powerless:
        _lose_power()
    syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
    if host.listener:
        bpf.load_witness(bpf.packed(_filter(())))  # its descriptor stays open
    bpf.load(bpf.packed(_filter(host.refusals)))
    return replace(
        Surroundings.here(),
        platform=host.platform,
        release=host.release,
        sysctls=str(folder),
        swaps=str(swaps),
        marks=(str(mark),),
        # A filter is on in each of these hosts; most of them have a kernel that refuses by itself.
        filtered=host.filtered or host.container,
    )


def _hide_cgroups() -> None:
    """Cover the hierarchies by an empty read-only folder, in a mount namespace of our own."""
    from sandbox import mounts, namespaces  # noqa: PLC0415 - Linux only

    if os.geteuid() != 0:
        return  # an ordinary user has none that it may write
    namespaces.unshare("unshare mounts", namespaces.NEWNS)
    private = mounts.MS_REC | mounts.MS_PRIVATE
    mounts.mount("make mounts private", "none", "/", None, private)
    mounts.mount("hide cgroups", "tmpfs", "/sys/fs/cgroup", "tmpfs", mounts.MS_RDONLY)


def _lose_power() -> None:
    """Be root without CAP_SYS_ADMIN, for good."""
    from sandbox import clocks, syscalls  # noqa: PLC0415 - Linux only

    syscalls.prctl("lose a capability", syscalls.PR_CAPBSET_DROP, CAP_SYS_ADMIN)
    held = int(clocks.status("self")["CapEff"], 16) & ~(1 << CAP_SYS_ADMIN)
    low, high = held & 0xFFFFFFFF, held >> 32
    header = (ctypes.c_uint32 * 2)(syscalls._CAPABILITY_VERSION_3, 0)
    sets = (ctypes.c_uint32 * 6)(low, low, 0, high, high, 0)  # effective, permitted, inheritable
    syscalls.call("lose a capability", "capset", ctypes.byref(header), ctypes.byref(sets))


def _filter(refusals: Iterable[Refusal]) -> list[Any]:
    from sandbox import bpf, syscalls  # noqa: PLC0415 - Linux only

    numbers = {**syscalls.NUMBERS, **NUMBERS[syscalls.MACHINE]}
    allow = bpf.give(bpf.ALLOW)
    program = []
    for refusal in refusals:
        action = bpf.give(bpf.errno_action(refusal.errno))
        body = [action]
        if refusal.flags:
            test = bpf.Instruction(bpf.JSET, 0, 1, refusal.flags)
            body = [bpf.load_word(bpf.low(refusal.argument)), test, action, allow]
        if refusal.unless:
            test = bpf.Instruction(bpf.JSET, 0, 1, refusal.unless)
            body = [bpf.load_word(bpf.low(0)), test, allow, *body]
        for call in refusal.calls:
            is_it = bpf.Instruction(bpf.JEQ, 0, len(body), numbers[call])
            program += [is_it, *body]
    return [bpf.load_word(0), *program, allow]


if __name__ == "__main__":
    surroundings = become(HOSTS[sys.argv[1]], Path(sys.argv[2]))
    print(json.dumps(host_json(probe(PYTHON_GUEST, surroundings=surroundings))))  # noqa: T201 - the answer
