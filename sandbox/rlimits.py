"""Resource limits: a pure list, applied in one place. Portable: no Linux-only call."""

import resource
import sys

from sandbox.errors import SandboxError
from sandbox.policy import Policy, Tier

#: The backstop of CPU seconds; the deciding clock is read from outside.
CPU_BACKSTOP_SECONDS = 900
OPEN_FILES = 64
THREADS = 64


def plan(policy: Policy, data_bytes: int, count_threads: bool) -> list[tuple[str, int]]:
    """Return (name, value) pairs for the program inside.

    `data_bytes` bounds private writable memory (RLIMIT_DATA counts mappings since Linux 4.7).
    `count_threads` is for a fresh user namespace only: RLIMIT_NPROC counts per user, and per
    namespace since Linux 5.14.
    """
    limits = [
        ("RLIMIT_CORE", 0),
        ("RLIMIT_CPU", CPU_BACKSTOP_SECONDS),
        ("RLIMIT_FSIZE", policy.scratch_bytes),
        ("RLIMIT_NOFILE", OPEN_FILES),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_DATA", data_bytes),
        ("RLIMIT_MSGQUEUE", 0),
        ("RLIMIT_SIGPENDING", 256),
        ("RLIMIT_RTPRIO", 0),
        ("RLIMIT_NICE", 0),
    ]
    if policy.tier is Tier.FULL and count_threads:
        limits.append(("RLIMIT_NPROC", THREADS))
    return limits


def apply(limits: list[tuple[str, int]]) -> None:
    """Set each limit, soft and hard; a name that this system lacks is skipped.

    Raises `SandboxError` where one is refused; on macOS, which refuses some, it is skipped too:
    there the outside clocks and counters are all there is.
    """
    for name, wanted in limits:
        number = getattr(resource, name, None)
        if number is None:
            continue
        try:
            _soft, hard = resource.getrlimit(number)
            value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(number, (value, value))
        except (ValueError, OSError) as error:
            if sys.platform != "darwin":
                raise SandboxError(
                    f"set {name}", str(error), getattr(error, "errno", None)
                ) from None
