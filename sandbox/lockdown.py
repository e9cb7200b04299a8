"""Verify from outside that an idle program is locked down, before it is sent a source.

Facts: proc_pid_status(5), proc_pid_limits(5). Landlock is not visible there.
"""

import functools
import os

from sandbox import clocks, rlimits
from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier

#: Seccomp filters of a program: the witness and the strict one.
FILTERS = 2
_CAPABILITIES = ("CapInh", "CapPrm", "CapEff", "CapAmb")
#: The names in proc_pid_limits(5) of the limits to check; none of these depends on the host.
_LIMITS = {
    "RLIMIT_CORE": "Max core file size",
    "RLIMIT_FSIZE": "Max file size",
    "RLIMIT_NOFILE": "Max open files",
    "RLIMIT_AS": "Max address space",
}


def verify(pid: int, fields: dict[str, str], policy: Policy) -> None:
    """Raise `SandboxError` unless status and limits show that the program is locked down."""
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
    """Return how many filters this process passes on: usually those of a container."""
    return int(clocks.status("self").get("Seccomp_filters", "0"))


def _expect(what: str, actual: object, wanted: object) -> None:
    if actual != wanted:
        raise SandboxError("verify the lock-down", f"{what} are {actual}, not {wanted}")


def _verify_limits(pid: int, policy: Policy) -> None:
    actual = _limits(pid)
    planned = dict(rlimits.plan(policy, 0, count_threads=False))
    for name, label in _LIMITS.items():
        hard = actual.get(label)
        if hard is None or hard > planned[name]:
            raise SandboxError("verify the lock-down", f"{label} is {hard}, not {planned[name]}")


def _limits(pid: int) -> dict[str, int]:
    """Return the hard limits of a process by their names there, without unlimited ones."""
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
