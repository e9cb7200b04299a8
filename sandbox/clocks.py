"""Read clocks and memory of another process from outside, where it cannot alter them."""

import contextlib
import os
import time
from collections.abc import Callable


def cpu_clock(pid: int) -> Callable[[], float]:
    """Return a function that reads the CPU seconds of all threads of `pid`.

    The clock id is the kernel's MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED) of
    include/linux/posix-timers_types.h; it stays readable on a zombie until it is reaped.
    Raises OSError if there is no such clock (macOS).
    """
    clock = (~pid << 3) | 2
    time.clock_gettime(clock)
    read = time.clock_gettime
    return lambda: read(clock)


def waiting_seconds(pid: int) -> float:
    """Return how many seconds the main thread of `pid` waited for a core; 0 if unknown."""
    try:
        descriptor = os.open(f"/proc/{pid}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return 0.0
    try:
        return int(os.read(descriptor, 128).split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0
    finally:
        os.close(descriptor)


def memory_status(pid: int) -> dict[str, str]:
    """Return the fields of /proc/PID/status, with memory fields while any thread lives.

    A program may end only its first thread: the process then appears as a zombie without memory
    fields, but its other threads still have them.
    """
    fields = status(pid)
    if fields and "VmHWM" not in fields:
        with contextlib.suppress(OSError):
            for thread in os.listdir(f"/proc/{pid}/task"):
                of_thread = status(f"{pid}/task/{thread}")
                if "VmHWM" in of_thread:
                    return of_thread
    return fields


def renew_resident_peak(pid: int) -> bool:
    """Reset VmHWM of `pid` to what is resident now; return False if the kernel refuses."""
    try:
        descriptor = os.open(f"/proc/{pid}/clear_refs", os.O_WRONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        os.write(descriptor, b"5")
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def status(pid: int | str) -> dict[str, str]:
    """Return the fields of /proc/PID/status; empty if it cannot be read."""
    try:
        descriptor = os.open(f"/proc/{pid}/status", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return {}
    try:
        text = os.read(descriptor, 8192).decode("ascii", "replace")
    except OSError:
        return {}
    finally:
        os.close(descriptor)
    pairs = (line.partition(":") for line in text.splitlines())
    return {name: value.strip() for name, _, value in pairs}


def resident_bytes(fields: dict[str, str], name: str) -> int | None:
    """Return a kB field of `status` (VmRSS, VmHWM) in bytes; None for a zombie."""
    value = fields.get(name, "").split()
    return int(value[0]) * 1024 if value else None


def taken_bytes(fields: dict[str, str], name: str) -> int | None:
    """Return a memory field of `status` plus current page tables in bytes; None for a zombie."""
    resident = resident_bytes(fields, name)
    return None if resident is None else resident + (resident_bytes(fields, "VmPTE") or 0)
