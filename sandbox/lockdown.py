"""Check from outside that an idle program is locked down, before it is sent a source.

Facts: proc_pid_status(5), proc_pid_limits(5). Of Landlock nothing is to be seen there.
"""

import functools
import os

from sandbox import clocks, rlimits
from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier

#: Filters that a program puts on itself: the witness and the strict one.
FILTERS = 2
_CAPABILITIES = ("CapInh", "CapPrm", "CapEff", "CapAmb")
#: What proc_pid_limits(5) calls the limits that are looked at; none of them depends on the host.
_LIMITS = {
    "RLIMIT_CORE": "Max core file size",
    "RLIMIT_FSIZE": "Max file size",
    "RLIMIT_NOFILE": "Max open files",
    "RLIMIT_AS": "Max address space",
}


def verify(pid: int, fields: dict[str, str], policy: Policy) -> None:
    """Raise `SandboxError` unless the program is locked down, by its status and its limits."""
    _expect("Seccomp, NoNewPrivs", (fields.get("Seccomp"), fields.get("NoNewPrivs")), ("2", "1"))
    filters = fields.get("Seccomp_filters")
    if filters is not None:  # Linux 5.9
        _expect("Seccomp_filters", int(filters) - _inherited(), FILTERS)
    held = [int(fields.get(name, "1"), 16) for name in _CAPABILITIES]
    _expect(", ".join(_CAPABILITIES), held, [0] * len(_CAPABILITIES))
    if policy.tier is Tier.FULL and len(fields.get("NSpid", "").split()) < 2:
        raise SandboxError("verify the lock-down", "it is in no pid namespace of its own")
    _verify_limits(pid, policy)


@functools.cache
def _inherited() -> int:
    """Return how many filters every process below this one has: a container's, as a rule."""
    return int(clocks.status("self").get("Seccomp_filters", "0"))


def _expect(what: str, seen: object, wanted: object) -> None:
    if seen != wanted:
        raise SandboxError("verify the lock-down", f"{what} are {seen}, not {wanted}")


def _verify_limits(pid: int, policy: Policy) -> None:
    seen = _limits(pid)
    planned = dict(rlimits.plan(policy, 0, count_threads=False))
    for name, called in _LIMITS.items():
        hard = seen.get(called)
        if hard is None or hard > planned[name]:
            raise SandboxError("verify the lock-down", f"{called} is {hard}, not {planned[name]}")


def _limits(pid: int) -> dict[str, int]:
    """Return the hard limits of a process by their names there; what is unlimited is left out."""
    try:
        descriptor = os.open(f"/proc/{pid}/limits", os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise SandboxError("verify the lock-down", "its limits are hidden", error.errno) from None
    try:
        text = os.read(descriptor, 8192).decode("ascii", "replace")
    finally:
        os.close(descriptor)
    rows = ((line[:26].strip(), line[47:68].strip()) for line in text.splitlines()[1:])
    return {name: int(hard) for name, hard in rows if hard.isdigit()}
