# expect: RTE
# tries: to signal programs that were started shortly before or after it (signal 0 asks likewise)
# stopped by: seccomp-signals, namespaces, landlock
# machine: x86_64
# limits-only: AC
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
TGKILL = 234


def echo(n):
    own, kept = os.getpid(), {1, os.getpid(), os.getppid()}
    for pid in set(range(max(own - 500, 2), own + 500)) - kept:
        try:
            os.kill(pid, 0)
            return n
        except OSError:
            pass
        if libc.syscall(TGKILL, pid, pid, 0) == 0:
            return n
    raise PermissionError("all refused")
