# expect: RTE
# tries: to read the CPU time, session, group, cores and limits of other processes by their pid
# stopped by: seccomp-limits+seccomp-rest
# limits-only: AC
import ctypes
import os
import resource
import time

libc = ctypes.CDLL(None, use_errno=True)
ABSOLUTE = 1


def wait(clock):
    """Wait for a moment of another's CPU time that is over already."""
    if libc.clock_nanosleep(clock, ABSOLUTE, (ctypes.c_long * 2)(), None) != 0:
        raise ProcessLookupError("no such clock")


LOOKS = (
    lambda pid: time.clock_gettime((~pid << 3) | 2),
    lambda pid: time.clock_getres((~pid << 3) | 2),
    lambda pid: wait((~pid << 3) | 2),
    os.getsid,
    os.getpgid,
    os.sched_getaffinity,
    lambda pid: resource.prlimit(pid, resource.RLIMIT_CPU),
)


def echo(n):
    own = os.getpid()
    pids = {*range(1, 600), *range(max(own - 300, 1), own + 300), os.getppid()}
    seen = {}
    for pid in sorted(pids - {0, own}):
        for number, look in enumerate(LOOKS):
            try:
                seen.setdefault(number, (pid, look(pid)))
            except OSError:
                continue
    if not seen:
        raise ProcessLookupError("none to be seen")
    print(own, seen)
    return n
