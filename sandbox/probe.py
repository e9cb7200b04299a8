"""What isolation this host gives, found by trying it, and what is lost without each part."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.advice import Surroundings, mend
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


_ELSEWHERE = "look at the system"
_LOST = {
    "namespaces": "other processes, the network and the files of this host are hidden by "
    "Landlock and seccomp only",
    "landlock": "files are hidden by mounts only, or not at all",
    "seccomp": "every system call is open to the program",
    "cgroup": "memory is bounded by RLIMIT_DATA and read from its resident peak",
    "cpu clock": "time is wall time: a busy host makes programs look slow",
    "limits": "nothing can be run",
}


def probe(interpreter: Sequence[str] = (), surroundings: Surroundings | None = None) -> Host:
    """Try every part and every tier; nothing is read off version numbers.

    `surroundings` are what the advice goes by; None: what this host says of itself.
    """
    host = surroundings or Surroundings.here()
    tried = {tier: _try(tier, interpreter, host) for tier in Tier}
    best = next((tier for tier in Tier if tried[tier] is None), None)
    missing = {
        "namespaces": _blame(tried[Tier.FULL], tried[Tier.LANDLOCK]),
        "landlock": _attempt(_landlock, host),
        "seccomp": _attempt(_seccomp, host),
        "cgroup": _attempt(_cgroup, host),
        "cpu clock": _attempt(_clock, host),
        "limits": tried[Tier.LIMITS_ONLY],
    }
    return Host(best, tuple(_layer(name, error, host) for name, error in missing.items()))


def _try(tier: Tier, interpreter: Sequence[str], host: Surroundings) -> SandboxError | None:
    if tier is not Tier.LIMITS_ONLY and host.platform != "linux":
        return SandboxError(_ELSEWHERE, f"{host.platform} is not Linux")
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
        return full if full.step == _ELSEWHERE else None
    return full


def _attempt(part: Callable[[], None], host: Surroundings) -> SandboxError | None:
    if host.platform != "linux":
        return SandboxError(_ELSEWHERE, f"{host.platform} is not Linux")
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
            seccomp.load_witness(seccomp.witness_code(1 << 40))
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


def _layer(name: str, error: SandboxError | None, host: Surroundings) -> Layer:
    if error is None:
        return Layer(name, True, "", None, "", "")
    return Layer(name, False, str(error), error.errno, _LOST[name], mend(name, error, host))
