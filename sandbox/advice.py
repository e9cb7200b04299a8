"""What to do about a missing part of the isolation: words, from what failed and where.

Whether a part is there is never concluded from this; `sandbox.probe` has tried it. Only the
advice depends on what the host says of itself.
"""

import errno
import os
import sys
from dataclasses import dataclass

from sandbox.errors import SandboxError

CONTAINER_MARKS = ("/.dockerenv", "/run/.containerenv")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a host says of itself: read for advice alone, so tests may say something else."""

    platform: str = sys.platform
    release: str = ""
    machine: str = ""
    sysctls: str = "/proc/sys"
    marks: tuple[str, ...] = CONTAINER_MARKS

    @staticmethod
    def here() -> "Surroundings":
        """Return this host's own words."""
        system = os.uname()
        return Surroundings(release=system.release, machine=system.machine)

    def sysctl(self, name: str) -> str:
        """Return a kernel setting, empty where it cannot be read."""
        try:
            with open(f"{self.sysctls}/{name}", encoding="ascii") as text:
                return text.read().strip()
        except OSError:
            return ""

    @property
    def container(self) -> bool:
        return any(os.path.exists(mark) for mark in self.marks)

    @property
    def wsl(self) -> bool:
        return "microsoft" in self.release.lower()


def mend(name: str, error: SandboxError, host: Surroundings) -> str:
    """Return what gives this host the part called `name`, whose attempt failed with `error`."""
    if host.platform != "linux":
        return (
            "limits-only is for your own code; judge strangers' code in a Linux virtual machine "
            "or container"
        )
    if name == "namespaces":
        return _namespaces(error, host)
    if name == "landlock":
        return _landlock(error, host)
    if name == "seccomp":
        return _seccomp(error, host)
    if name == "cgroup":
        return _cgroup(host)
    return f"use Linux 5.14 or newer, outside of sandboxes that forbid it{_wsl(host)}"


def _namespaces(error: SandboxError, host: Surroundings) -> str:
    if host.sysctl("kernel/apparmor_restrict_unprivileged_userns") == "1":
        return (
            "this Ubuntu restricts user namespaces (kernel.apparmor_restrict_unprivileged_userns "
            "is 1): install an AppArmor profile with `userns,` for this interpreter, "
            f"{os.path.realpath(sys.executable)}"
        )
    if error.errno == errno.ENOSPC or host.sysctl("user/max_user_namespaces") == "0":
        return "no more user namespaces are allowed: set user.max_user_namespaces to 1000 or more"
    if host.sysctl("kernel/unprivileged_userns_clone") == "0":
        return "set kernel.unprivileged_userns_clone to 1"
    if host.container:
        return (
            "the container's seccomp profile forbids it: allow clone, unshare, mount, umount2 and "
            "pivot_root in a profile of its own, or let each worker's container be the wall and "
            "ask for JUDGE_TIER=landlock"
        )
    if error.errno in (errno.EINVAL, errno.ENOSYS):
        return f"use a kernel with user, pid, network, IPC and UTS namespaces{_wsl(host)}"
    return "allow unprivileged user namespaces on this host, or run the judge as root"


def _landlock(error: SandboxError, host: Surroundings) -> str:
    if error.errno == errno.EOPNOTSUPP:
        return "this kernel has Landlock and does not use it: add landlock to its lsm= parameter"
    if error.errno == errno.EPERM and host.container:
        return (
            "the container's seccomp profile forbids it: Docker's own profile of 2022 or newer "
            "allows landlock_create_ruleset, landlock_add_rule and landlock_restrict_self"
        )
    return f"use Linux 5.13 or newer that is built with CONFIG_SECURITY_LANDLOCK{_wsl(host)}"


def _seccomp(error: SandboxError, host: Surroundings) -> str:
    if error.errno is None:
        return f"there is no system call table for {host.machine} yet"
    if error.errno == errno.EBUSY:
        return "somebody outside listens to this process already: run the judge outside of it"
    return (
        "use Linux 5.5 or newer that is built with CONFIG_SECCOMP_FILTER, outside of sandboxes "
        f"that forbid it{_wsl(host)}"
    )


def _cgroup(host: Surroundings) -> str:
    if host.container:
        return "start the container with a writable cgroup, or leave it: memory is bounded anyway"
    if host.wsl:
        return "set systemd=true in /etc/wsl.conf, then run under `systemd-run --user --scope`"
    return "run as root, or under `systemd-run --user --scope -p Delegate=yes`"


def _wsl(host: Surroundings) -> str:
    return "; on Windows: `wsl --update`, then `wsl --shutdown`" if host.wsl else ""
