"""Find the isolation of this host by trying it, and say what is lost without each part."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sandbox import clocks
from sandbox.advice import Surroundings, mend
from sandbox.errors import SandboxError
from sandbox.facts import Fact, gather
from sandbox.guest import Guest
from sandbox.policy import Policy, Tier
from sandbox.supervisor import Sandbox


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of the isolation. `available` is None if it was not tried after another failure.

    `step`, `detail` and `errno` say where and why it failed, `mend` what to do.
    """

    name: str
    available: bool | None
    step: str
    errno: int | None
    lost: str
    mend: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """The strongest tier that works here, None if none does, and every part of the isolation."""

    tier: Tier | None
    layers: tuple[Layer, ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class _Trial:
    """The result of setting up a tier: what failed, or the user of its program and its lacks."""

    failed: SandboxError | None = None
    uid: int | None = None
    lacking: tuple[str, ...] = ()


class _Tried(Sandbox):
    """A sandbox that is set up as a test."""

    def uid(self) -> int | None:
        """Return the uid of the program on the host, read from outside."""
        users = clocks.status(self._waiting[0].program.pid).get("Uid", "").split()
        return int(users[1]) if len(users) > 1 else None


_ELSEWHERE = "find Linux"
#: Steps of a program in namespaces of its own (sandbox/server.py, program.py, supervisor.py).
_INSIDE = (
    "set RLIMIT_",
    "program: ",
    "no new privileges",
    "drop capabilities",
    "landlock ",
    "seccomp",
    "lock the program down",
    "verify the lock-down",
    "make a cgroup",
    "join a cgroup",
)
_OPEN = "nothing above limits-only: the files, processes and network of this host are open"
_LOST = {
    "namespaces": "other processes, the network and the files of this host are hidden by "
    "Landlock and seccomp only",
    "landlock": _OPEN,
    "seccomp": _OPEN + ", and every system call",
    "cgroup": "memory is bounded by RLIMIT_DATA and read from its resident peak",
    "cpu clock": "time is wall time: a busy host makes programs look slow",
    "limits": "nothing can be run",
    "deep recursion": "programs that call themselves deeply end in RecursionError, which is not "
    "their fault",
}


def probe(
    guest: Guest,
    interpreter: Sequence[str] = (),
    surroundings: Surroundings | None = None,
) -> Host:
    """Try every part and every tier; nothing is inferred from version numbers.

    Programs run `guest`. The advice depends on `surroundings`, by default those of this host.
    """
    host = surroundings or Surroundings.here()
    tried = {tier: _try(tier, guest, interpreter, host) for tier in Tier}
    best = next((tier for tier in Tier if tried[tier].failed is None), None)
    missing = {
        "landlock": _attempt("ask for Landlock", _landlock, host),
        "seccomp": _attempt("load a seccomp filter", _seccomp, host),
        "cgroup": _attempt("make a memory cgroup", _cgroup, host),
        "cpu clock": _attempt("read a CPU clock", _clock, host),
        "limits": tried[Tier.LIMITS_ONLY].failed,
    }
    _charge(missing, tried[Tier.LANDLOCK].failed)
    layers = (
        _namespaces(tried, host),
        *(_layer(name, error, host) for name, error in missing.items()),
        *_lacking(tried[best].lacking if best is not None else (), host),
    )
    uid = tried[best].uid if best is not None else None
    return Host(best, layers, gather(host, uid))


def _try(tier: Tier, guest: Guest, interpreter: Sequence[str], host: Surroundings) -> _Trial:
    if tier is not Tier.LIMITS_ONLY and host.platform != "linux":
        return _Trial(SandboxError(_ELSEWHERE, f"this is {host.platform}"))
    try:
        with _Tried(Policy(tier), guest, interpreter=interpreter) as sandbox:
            sandbox.prove()
            return _Trial(uid=sandbox.uid(), lacking=sandbox.lacking)
    except SandboxError as error:
        return _Trial(error)
    except OSError as error:
        return _Trial(SandboxError("start the fork server", errno=error.errno))


def _namespaces(tried: dict[Tier, _Trial], host: Surroundings) -> Layer:
    """Blame namespaces only for what fails in tier full and works in tier landlock."""
    full, landlock = tried[Tier.FULL].failed, tried[Tier.LANDLOCK].failed
    if full is None or (landlock is not None and full.step.startswith(_INSIDE)):
        return _layer("namespaces", None, host)
    if landlock is None:
        return _layer("namespaces", full, host)
    if full.step == landlock.step != _ELSEWHERE:
        return Layer("namespaces", None, full.step, full.errno, "", "", full.detail)
    return replace(_layer("namespaces", full, host), lost=_OPEN)


def _lacking(names: tuple[str, ...], host: Surroundings) -> Iterator[Layer]:
    """Yield what the guest's programs lack here, which makes no tier weaker."""
    for name in names:
        lost = _LOST.get(name, "what the guest means by it")
        advice = mend(name, SandboxError("prove it"), host)
        yield Layer(name, False, "prove it", None, lost, advice)


def _charge(missing: dict[str, SandboxError | None], landlock: SandboxError | None) -> None:
    """Blame a part that works alone if tier landlock fails in its step."""
    if landlock is None or missing["landlock"] or missing["seccomp"] or missing["limits"]:
        return
    name = "landlock"
    if landlock.step.startswith("seccomp"):
        name = "seccomp"
    elif landlock.step.endswith(" a cgroup"):
        name = "cgroup"
    missing[name] = missing[name] or landlock


def _attempt(step: str, part: Callable[[], None], host: Surroundings) -> SandboxError | None:
    if host.platform != "linux":
        return SandboxError(_ELSEWHERE, f"this is {host.platform}")
    try:
        part()
    except SandboxError as error:
        return SandboxError(step, error.detail, error.errno)
    except OSError as error:
        return SandboxError(step, errno=error.errno)
    return None


def _landlock() -> None:
    from sandbox import landlock  # noqa: PLC0415 - Linux only

    landlock.version()


def _seccomp() -> None:
    """Load an allow-all filter with a listener in a child, since it cannot be removed."""
    from sandbox import bpf, filters, syscalls  # noqa: PLC0415 - Linux only

    if not syscalls.KNOWN:
        raise SandboxError("know the machine", f"no system call table for {syscalls.MACHINE}")
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            syscalls.prctl("no new privileges", syscalls.PR_SET_NO_NEW_PRIVS, 1)
            bpf.load_witness(filters.witness_code(1 << 40))
            status = 0
        except SandboxError as error:
            status = error.errno or 1
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if status != 0:
        raise SandboxError("ask the child", errno=max(status, 1))


def _cgroup() -> None:
    from sandbox import cgroups  # noqa: PLC0415 - Linux only

    if cgroups.find() is None:
        raise SandboxError("find one", "no writable hierarchy with the memory controller")


def _clock() -> None:
    clocks.cpu_clock(os.getpid())


def _layer(name: str, error: SandboxError | None, host: Surroundings) -> Layer:
    if error is None:
        return Layer(name, True, "", None, "", "")
    lost, advice = _LOST[name], mend(name, error, host)
    return Layer(name, False, error.step, error.errno, lost, advice, error.detail)
