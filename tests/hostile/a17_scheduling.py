# expect: RTE
# tries: to change its priority, scheduler or cores; AC would mean that one of them worked
# stopped by: seccomp-limits+seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def works(act):
    try:
        return act() != -1
    except OSError:
        return False


def echo(n):
    acts = [
        lambda: os.nice(5),
        lambda: os.setpriority(os.PRIO_PROCESS, 0, 5),
        lambda: os.sched_setaffinity(0, {0}),
        lambda: os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0)),
        lambda: os.sched_setparam(0, os.sched_param(0)),
        lambda: libc.syscall(251, 1, 0, 7 << 13),  # ioprio_set
        lambda: libc.syscall(314, 0, 0, 0),  # sched_setattr
    ]
    worked = [number for number, act in enumerate(acts) if works(act)]
    if not worked:
        raise PermissionError("all refused")
    return n
