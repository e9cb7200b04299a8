"""Stand-ins for other hosts: the kernel's refusals by a seccomp filter, and what a host says.

Run as `python -m tests.sandbox.hosts NAME FOLDER`, it makes itself such a host for good, probes
it and prints `judge doctor --json`. The refusals are real: the probe meets the errno that the
other host would give, at the same call. FOLDER holds false settings of the kernel.
"""

import errno
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from judge.frontends.doctor import host_json
from sandbox import probe
from sandbox.advice import Surroundings

NEWUSER = 0x10000000
NAMESPACES = 0x7E020000  # user, mount, pid, net, IPC, UTS and cgroup: all that clone may ask for


@dataclass(frozen=True, slots=True)
class Refusal:
    """Calls that fail with an errno; `flags` narrows it to a first argument with one of them."""

    calls: tuple[str, ...]
    errno: int
    flags: int = 0
    argument: int = 0


@dataclass(frozen=True, slots=True)
class Pretence:
    """One kind of host."""

    refusals: tuple[Refusal, ...] = ()
    sysctls: dict[str, str] = field(default_factory=dict)
    container: bool = False
    platform: str = "linux"
    release: str = "6.1.0"
    no_cgroups: bool = False


NO_NAMESPACES = Refusal(("clone", "unshare"), errno.ENOSPC, NEWUSER)
NO_MOUNTS = Refusal(("mount", "pivot_root"), errno.EACCES)
DOCKER = (
    Refusal(("clone", "unshare"), errno.EPERM, NAMESPACES),
    Refusal(("mount", "umount2", "pivot_root", "setns"), errno.EPERM),
)
NO_LANDLOCK = Refusal(("landlock_create_ruleset",), errno.ENOSYS)
UNUSED_LANDLOCK = Refusal(("landlock_create_ruleset",), errno.EOPNOTSUPP)
NO_LISTENER = Refusal(("seccomp",), errno.EINVAL, flags=1 << 3, argument=1)
#: user and mount namespaces are one call of the fork server's, so root meets this one first.
NO_UNSHARE = Refusal(("unshare",), errno.ENOSPC)

HOSTS = {
    "user namespaces off": Pretence((NO_NAMESPACES, NO_UNSHARE), {"user/max_user_namespaces": "0"}),
    "Debian's switch off": Pretence(
        (Refusal(("clone", "unshare"), errno.EPERM, NAMESPACES),),
        {"kernel/unprivileged_userns_clone": "0"},
    ),
    "Ubuntu's AppArmor rule": Pretence(
        (NO_MOUNTS,), {"kernel/apparmor_restrict_unprivileged_userns": "1"}
    ),
    "Docker's default profile": Pretence(DOCKER, container=True, no_cgroups=True),
    "no Landlock": Pretence((NO_LANDLOCK,)),
    "Landlock not in the list": Pretence((UNUSED_LANDLOCK,)),
    "old kernel": Pretence((NO_LANDLOCK, NO_LISTENER), release="4.19.0"),
    "no cgroup": Pretence(no_cgroups=True),
    "WSL2": Pretence(release="6.6.87.2-microsoft-standard-WSL2", no_cgroups=True),
    "old WSL2": Pretence((NO_LANDLOCK,), release="5.10.16.3-microsoft-standard-WSL2"),
    "macOS": Pretence(platform="darwin"),
}


def become(host: Pretence, folder: Path) -> Surroundings:
    """Take away what this host lacks, for this process and all that it starts."""
    from sandbox import seccomp, syscalls  # noqa: PLC0415 - Linux only

    if host.no_cgroups:
        _hide_cgroups()
    for name, value in host.sysctls.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value + "\n")
    mark = folder / "dockerenv"
    if host.container:
        mark.touch()
    syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
    seccomp.load(seccomp.packed(_filter(host.refusals)))
    return Surroundings(
        platform=host.platform,
        release=host.release,
        machine=os.uname().machine,
        sysctls=str(folder),
        marks=(str(mark),),
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


def _filter(refusals: Iterable[Refusal]) -> list[Any]:
    from sandbox import seccomp  # noqa: PLC0415 - Linux only

    program = [seccomp._load(0)]
    for refusal in refusals:
        action = seccomp._return(seccomp.errno_action(refusal.errno))
        body = [action]
        if refusal.flags:
            allow = seccomp._return(seccomp.ALLOW)
            test = seccomp.Instruction(seccomp._JSET, 0, 1, refusal.flags)
            body = [seccomp._load(seccomp._low(refusal.argument)), test, action, allow]
        for call in refusal.calls:
            program += seccomp._when(call, body)
    return [*program, seccomp._return(seccomp.ALLOW)]


if __name__ == "__main__":
    surroundings = become(HOSTS[sys.argv[1]], Path(sys.argv[2]))
    print(json.dumps(host_json(probe(surroundings=surroundings))))  # noqa: T201 - the answer
