"""Advice on a missing part of the isolation, given the failure and the host.

Whether a part works is never inferred here; `sandbox.probe()` tries it. Only the advice depends on
what the host says about itself. Facts: user_namespaces(7), seccomp(2), Docker's
profiles (github.com/moby/profiles), Ubuntu's rule (discourse.ubuntu.com/t/37626).
"""

import errno
import os
import sys
from dataclasses import dataclass

from sandbox import clocks
from sandbox.errors import PROCESSES, SandboxError

CONTAINER_MARKS = ("/.dockerenv", "/run/.containerenv", "/run/systemd/container", "/dev/lxd")
#: The machines that `sandbox.syscalls` has tables for.
MACHINES = ("x86_64", "aarch64")
#: System calls of tier full that Docker's default seccomp profile refuses.
NAMESPACE_CALLS = ("clone", "unshare", "mount", "umount2", "pivot_root", "sethostname")
#: Prefixes of the steps that make namespaces; later steps work inside them.
_MAKING = ("unshare ", "clone ")
_NAMESPACES = ("user", "mnt", "pid", "net", "ipc", "uts")
_CAP_SYS_ADMIN = 1 << 21
#: Where a program's scratch is mounted; sandbox.mounts can be imported on Linux only.
_SCRATCH = "/tmp"  # noqa: S108 - nothing is made there


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a host says about itself: used for advice only, and replaceable in tests.

    `filtered`: this process is under a seccomp filter already. `powerless`: it is root without
    CAP_SYS_ADMIN, as in a container, and cannot do what others can do in a user namespace.
    """

    platform: str = sys.platform
    release: str = ""
    machine: str = ""
    sysctls: str = "/proc/sys"
    swaps: str = "/proc/swaps"
    marks: tuple[str, ...] = CONTAINER_MARKS
    filtered: bool = False
    powerless: bool = False

    @staticmethod
    def here() -> "Surroundings":
        """Read the surroundings of this host."""
        system = os.uname()
        status = clocks.status("self")
        capable = int(status.get("CapEff", "f" * 16), 16) & _CAP_SYS_ADMIN
        return Surroundings(
            release=system.release,
            machine=system.machine,
            filtered=status.get("Seccomp") == "2",
            powerless=os.geteuid() == 0 and not capable,
        )

    def sysctl(self, name: str) -> str:
        """Return a kernel setting, empty if it cannot be read."""
        try:
            with open(f"{self.sysctls}/{name}", encoding="utf-8", errors="replace") as text:
                return text.read().strip()
        except OSError:
            return ""

    @property
    def container(self) -> bool:
        return any(os.path.exists(mark) for mark in self.marks)

    @property
    def wsl(self) -> bool:
        return "microsoft" in self.release.lower()

    @property
    def restricts(self) -> bool:
        """Whether Ubuntu restricts unprivileged user namespaces here, or on a container's host.

        A container sees the setting of its host.
        """
        return self.sysctl("kernel/apparmor_restrict_unprivileged_userns") == "1"


def mend(name: str, error: SandboxError, host: Surroundings) -> str:
    """Return how to enable the part called `name`, which failed with `error`."""
    if name == "deep recursion":
        return (
            "allow a stack of 1 GiB (`ulimit -Hs` shows the limit in KiB), or use a release of "
            "Python that the README names"
        )
    if error.errno == errno.EAGAIN:
        pids = "; a container or a systemd unit may have a limit of its own" * host.container
        return PROCESSES + pids
    if host.platform != "linux":
        return (
            "limits-only is for your own code; judge strangers' code in a Linux virtual machine "
            "or container"
        )
    if name in ("namespaces", "landlock", "seccomp") and host.machine not in MACHINES:
        return f"there is no system call table for {host.machine} yet"
    if name == "namespaces":
        return _namespaces(error, host)
    if name == "landlock":
        return _landlock(error, host)
    if name == "seccomp":
        return _seccomp(error, host)
    if name == "cgroup":
        return _cgroup(host)
    if name == "limits":
        return f"look at the interpreter, {sys.executable}, and at `ulimit -a`"
    return f"use Linux 5.14 or newer, outside of sandboxes that forbid it{_wsl(host)}"


def _namespaces(error: SandboxError, host: Surroundings) -> str:
    if error.errno is None:  # not an error of the kernel
        return _reach_in_full()
    making = error.step.startswith(_MAKING)
    switched_off = host.sysctl("kernel/unprivileged_userns_clone") == "0"
    if error.errno == errno.ENOSPC:
        none = [f"user.max_{n}_namespaces" for n in _NAMESPACES if _is_none(n, host)]
        names = " and ".join(none or ["user.max_user_namespaces"])
        return f"no more namespaces are allowed: set {names} to 1000 or more"
    if error.errno in (errno.EINVAL, errno.ENOSYS):
        return f"use a kernel with user, pid, network, IPC and UTS namespaces{_wsl(host)}"
    # Before the settings of the host, because a container sees those too.
    if host.container and (error.errno == errno.EACCES or host.filtered or host.powerless):
        on_the_host = "; on the host set kernel.unprivileged_userns_clone to 1"
        return _container(error, host) + (on_the_host if switched_off else "")
    # Ubuntu permits making the namespace and refuses what is done in it, or an AppArmor profile
    # refuses making one, with EACCES. EPERM at making one has another cause.
    if host.restricts and not (making and error.errno == errno.EPERM):
        return (
            "this Ubuntu restricts user namespaces (kernel.apparmor_restrict_unprivileged_userns "
            "is 1): install an AppArmor profile with `userns,` for this interpreter, "
            f"{os.path.realpath(sys.executable)}, as docs/hosts.md shows"
        )
    if switched_off:
        return "set kernel.unprivileged_userns_clone to 1"
    if host.powerless:
        return "run the judge as an ordinary user: root without CAP_SYS_ADMIN may not do it"
    if host.filtered:
        return (
            "a seccomp filter that this process was started under forbids it: a container's, a "
            "snap's, or RestrictNamespaces= of a systemd unit"
        )
    return (
        "allow unprivileged user namespaces on this host, and start the judge outside of any "
        "chroot; or run it as root"
    )


def _is_none(kind: str, host: Surroundings) -> bool:
    return host.sysctl(f"user/max_{kind}_namespaces") == "0"


def _container(error: SandboxError, host: Surroundings) -> str:
    """Name every obstacle of a default Docker at once, since each hides the next."""
    calls = ", ".join(NAMESPACE_CALLS)
    # With Ubuntu's restriction `unconfined` falls under the rule of the host.
    label = "NAME, a profile with `userns,` loaded on the host" if host.restricts else "unconfined"
    blamed, options = [], []
    if host.filtered:
        blamed.append("seccomp profile")
        options.append(
            f"--security-opt seccomp=FILE (Docker's own profile that also allows {calls})"
        )
    options.append(f"--security-opt apparmor={label} (Docker's own denies mount)")
    if host.powerless:
        blamed.append("lack of CAP_SYS_ADMIN")
        options.append("--user 1000 (root needs that capability, others do not)")
    if error.errno == errno.EACCES:
        blamed = ["AppArmor profile"]
    return (
        f"the container's {' or '.join(blamed)} forbids it: start it with {', '.join(options)}; "
        "or let one container a worker be the wall, and ask for JUDGE_TIER=landlock"
    )


def _landlock(error: SandboxError, host: Surroundings) -> str:
    if error.errno == errno.EOPNOTSUPP:
        return "this kernel has Landlock and does not use it: add landlock to its lsm= parameter"
    if error.errno == errno.E2BIG:  # LANDLOCK_MAX_NUM_LAYERS
        return "16 layers of Landlock are on this process already: start the judge outside of some"
    if error.errno in (errno.EACCES, errno.ENOENT, None):
        return _reach()
    if error.errno == errno.EPERM and (host.container or host.filtered):
        return (
            "the container's seccomp profile forbids it: Docker's own profile of 2022 or newer "
            "allows landlock_create_ruleset, landlock_add_rule and landlock_restrict_self"
        )
    return f"use Linux 5.13 or newer that is built with CONFIG_SECURITY_LANDLOCK{_wsl(host)}"


def _seccomp(error: SandboxError, host: Surroundings) -> str:
    if error.errno == errno.EBUSY:
        return f"another program listens already, and the kernel allows one: {_listener(host)}"
    return (
        "use Linux 5.5 or newer that is built with CONFIG_SECCOMP_FILTER, outside of sandboxes "
        f"that forbid it{_wsl(host)}"
    )


def _reach() -> str:
    return (
        f"let other users read the interpreter, {os.path.realpath(sys.executable)}, its library "
        "and all that the failed step names"
    )


def _reach_in_full() -> str:
    interpreter = os.path.realpath(sys.executable)
    if interpreter.startswith(f"{_SCRATCH}/"):
        return f"move the interpreter, {interpreter}, out of {_SCRATCH}: programs have their own"
    return _reach()


def _listener(host: Surroundings) -> str:
    if host.wsl:  # its relay for localhost: github.com/microsoft/WSL/issues/9548
        return (
            "set networkingMode=nat, not mirrored, below [wsl2] in %UserProfile%\\.wslconfig on "
            "Windows, then `wsl --shutdown`"
        )
    return (
        "in LXD and Incus unset security.syscalls.intercept.*, in podman and Docker use a seccomp "
        "profile without SCMP_ACT_NOTIFY, or run the judge outside"
    )


def _cgroup(host: Surroundings) -> str:
    if host.container:
        return (
            "start the container with a writable cgroup of version 2 (Docker 28: --security-opt "
            "writable-cgroups=true, podman: --security-opt unmask=/sys/fs/cgroup), or leave it: "
            "memory is bounded anyway"
        )
    run = "`systemd-run --user --scope -p Delegate=yes`"
    if host.wsl:
        return f"set systemd=true below [boot] in /etc/wsl.conf, then run under {run}"
    return f"run as root, or under {run}"


def _wsl(host: Surroundings) -> str:
    return "; on Windows: `wsl --update`, then `wsl --shutdown`" if host.wsl else ""
