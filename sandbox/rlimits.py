"""Resource limits: a pure list, applied in one place. Portable: no Linux-only call."""

import resource
import sys

from sandbox.errors import SandboxError
from sandbox.policy import MIB, Policy, Tier

#: The backstop of CPU seconds; the deciding clock is read from outside.
CPU_BACKSTOP_SECONDS = 900
OPEN_FILES = 64
THREADS = 64
#: Bytes of addresses beside what four times the memory limit takes: stacks and heaps of threads.
#: A far fence. Mappings that are only read count nowhere else, and each 2 MiB of them takes a
#: page table of 4 KiB.
ADDRESS_BYTES = 4 * 1024 * MIB


def plan(policy: Policy, data_bytes: int, count_threads: bool) -> list[tuple[str, int]]:
    """Return (name, value) pairs for the program inside.

    `data_bytes` bounds private writable memory (RLIMIT_DATA counts mappings since Linux 4.7).
    `count_threads` is for a fresh user namespace only: RLIMIT_NPROC counts per user, and per
    namespace since Linux 5.14.
    """
    limits = [
        # Not 0, which stops no dump into a program (core(5)): 1 does, and is too small for a file
        # (fs/coredump.c).
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

    Raises `SandboxError` where one is refused or unknown; on macOS, which lacks some and refuses
    others, it is skipped: there the outside clocks and counters are all there is.
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
