"""Resource limits of programs: `plan` lists them, `apply` sets them. Portable."""

import resource
import sys

from sandbox.errors import SandboxError
from sandbox.policy import MIB, Policy, Tier

#: A backstop in CPU seconds; the clock that decides is read from outside.
CPU_BACKSTOP_SECONDS = 900
OPEN_FILES = 64
THREADS = 64
#: Address space on top of four times the memory limit, for stacks and heaps of threads. A backstop
#: for mappings that are only read: nothing else counts them, and each 2 MiB takes a page table of
#: 4 KiB.
ADDRESS_BYTES = 4 * 1024 * MIB


def plan(policy: Policy, data_bytes: int, *, count_threads: bool) -> list[tuple[str, int]]:
    """Return (name, value) pairs for the program inside.

    `data_bytes` bounds private writable memory (RLIMIT_DATA counts mappings since Linux 4.7).
    `count_threads` is for a fresh user namespace only: RLIMIT_NPROC counts per user, and per
    namespace since Linux 5.14.
    """
    limits = [
        # Not 0, which does not stop a dump into a pipe (core(5)): 1 does, and is too small for a
        # file (fs/coredump.c).
        ("RLIMIT_CORE", 1),
        ("RLIMIT_CPU", CPU_BACKSTOP_SECONDS),
        ("RLIMIT_FSIZE", policy.scratch_bytes),
        ("RLIMIT_NOFILE", OPEN_FILES),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_DATA", data_bytes),
        ("RLIMIT_AS", ADDRESS_BYTES + 4 * policy.memory_bytes),
        ("RLIMIT_MSGQUEUE", 0),
        ("RLIMIT_SIGPENDING", 256),
        ("RLIMIT_RTPRIO", 0),
        ("RLIMIT_NICE", 0),
    ]
    if policy.tier is Tier.FULL and count_threads:
        limits.append(("RLIMIT_NPROC", THREADS))
    return limits


def apply(limits: list[tuple[str, int]]) -> None:
    """Set each limit, soft and hard.

    Raises `SandboxError` if one is refused or unknown. On macOS, which lacks some and refuses
    others, it is skipped, and only the outside clocks and counters remain.
    """
    for name, wanted in limits:
        number = getattr(resource, name, None)
        try:
            if number is None:
                raise ValueError("this interpreter does not know it")
            _soft, hard = resource.getrlimit(number)
            value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(number, (value, value))
        except (ValueError, OSError) as error:
            if sys.platform != "darwin":
                raise SandboxError(
                    f"set {name}", str(error), getattr(error, "errno", None)
                ) from None
