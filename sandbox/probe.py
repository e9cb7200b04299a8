"""What isolation this host gives, found by trying it, and what is lost without each part."""

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier
from sandbox.supervisor import Sandbox


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of the isolation. `step` and `errno` say where it failed, `mend` what to do."""

    name: str
    available: bool
    step: str
    errno: int | None
    lost: str
    mend: str


@dataclass(frozen=True, slots=True)
class Host:
    """The strongest tier that works here, and every part of it. `tier` None: none works."""

    tier: Tier | None
    layers: tuple[Layer, ...]


_LOST = {
    "namespaces": "other processes, the network and the files of this host are hidden by "
    "Landlock and seccomp only",
    "landlock": "files are hidden by mounts only, or not at all",
    "seccomp": "every system call is open to the program",
    "cgroup": "memory is bounded by RLIMIT_DATA and read from its resident peak",
    "cpu clock": "time is wall time: a busy host makes programs look slow",
    "limits": "nothing can be run",
}


def probe(interpreter: Sequence[str] = ()) -> Host:
    """Try every part and every tier; nothing is read off version numbers."""
    tried = {tier: _try(tier, interpreter) for tier in Tier}
    best = next((tier for tier in Tier if tried[tier] is None), None)
    full, limits = tried[Tier.FULL], tried[Tier.LIMITS_ONLY]
    layers = (
        _layer("namespaces", _blame(full, tried[Tier.LANDLOCK])),
        _layer("landlock", _attempt(_landlock)),
        _layer("seccomp", _attempt(_seccomp)),
        _layer("cgroup", _attempt(_cgroup)),
        _layer("cpu clock", _attempt(_clock)),
        _layer("limits", limits),
    )
    return Host(best, layers)


def _try(tier: Tier, interpreter: Sequence[str]) -> SandboxError | None:
    if tier is not Tier.LIMITS_ONLY and sys.platform != "linux":
        return SandboxError("look at the system", f"{sys.platform} is not Linux")
    try:
        with Sandbox(Policy(tier), interpreter=interpreter) as sandbox:
            sandbox.prove()
    except SandboxError as error:
        return error
    except OSError as error:
        return SandboxError("start the fork server", errno=error.errno)
    return None


def _blame(full: SandboxError | None, landlock: SandboxError | None) -> SandboxError | None:
    """Only what tier full lacks beside tier landlock is the namespaces' own failure."""
    if full is not None and landlock is not None and full.step == landlock.step:
        return None
    return full


def _attempt(part: Callable[[], None]) -> SandboxError | None:
    if sys.platform != "linux":
        return SandboxError("look at the system", f"{sys.platform} is not Linux")
    try:
        part()
    except SandboxError as error:
        return error
    except OSError as error:
        return SandboxError(part.__name__.strip("_"), errno=error.errno)
    return None


def _landlock() -> None:
    from sandbox import landlock  # noqa: PLC0415 - Linux only

    landlock.version()


def _seccomp() -> None:
    """Load an allow-all filter in a child: it cannot be taken off again."""
    from sandbox import seccomp, syscalls  # noqa: PLC0415 - Linux only

    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
            seccomp.load_witness(seccomp.witness(1 << 40))
            status = 0
        except SandboxError as error:
            status = error.errno or 1
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status != 0:
        raise SandboxError("load a seccomp filter with a listener", errno=max(status, 1))


def _cgroup() -> None:
    from sandbox import cgroups  # noqa: PLC0415 - Linux only

    if cgroups.find() is None:
        raise SandboxError("make a memory cgroup", "no writable hierarchy with the controller")


def _clock() -> None:
    from sandbox import clocks  # noqa: PLC0415 - Linux only

    clocks.cpu_clock(os.getpid())


def _layer(name: str, error: SandboxError | None) -> Layer:
    if error is None:
        return Layer(name, True, "", None, "", "")
    return Layer(name, False, str(error), error.errno, _LOST[name], _mend(name, error))


def _mend(name: str, error: SandboxError) -> str:
    if sys.platform == "darwin":
        return "limits-only is for your own code; judge strangers' in a Linux VM or container"
    if name == "namespaces":
        return _mend_namespaces()
    if name == "cgroup":
        return "run as root, or under `systemd-run --user --scope -p Delegate=yes`"
    if name == "landlock":
        return "use Linux 5.13 or newer with landlock in the kernel's LSM list"
    if name == "seccomp" and error.errno is None:
        return f"there is no system call table for {os.uname().machine} yet"
    return "use Linux 5.14 or newer, outside of sandboxes that forbid it"


def _mend_namespaces() -> str:
    if _sysctl("kernel/apparmor_restrict_unprivileged_userns") == "1":
        return (
            "this Ubuntu restricts user namespaces: install an AppArmor profile with `userns,` "
            "for this interpreter"
        )
    if _sysctl("user/max_user_namespaces") == "0":
        return "set user.max_user_namespaces above 0"
    if _sysctl("kernel/unprivileged_userns_clone") == "0":
        return "set kernel.unprivileged_userns_clone to 1"
    if os.path.exists("/.dockerenv") or os.path.exists("/run/.containerenv"):
        return (
            "the container's seccomp profile forbids it: allow unshare, clone, mount and "
            "pivot_root, or give each worker a container of its own"
        )
    return "allow unprivileged user namespaces on this host"


def _sysctl(name: str) -> str:
    try:
        with open(f"/proc/sys/{name}", encoding="ascii") as text:
            return text.read().strip()
    except OSError:
        return ""
