# expect: RV
# tries: to make a child in namespaces of its own
# stopped by: seccomp-processes
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NEWUSER_NEWNS_CHILD = 0x10000000 | 0x00020000 | 17


def echo(n):
    if libc.syscall(56, NEWUSER_NEWNS_CHILD, 0, 0, 0, 0) == 0:
        libc._exit(0)
    return n
