# expect: RTE
# tries: to trace, read or take descriptors from its parent; AC would mean that one worked
# stopped by: seccomp-rest
# machine: x86_64
# limits-only: any
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
ATTACH, SEIZE, TRACEME = 16, 0x4206, 0


def echo(n):
    parent, own = os.getppid(), os.getpid()
    buffer = ctypes.create_string_buffer(64)
    calls = [
        (101, ATTACH, parent, 0, 0),
        (101, SEIZE, parent, 0, 0),
        (101, TRACEME, 0, 0, 0),
        (310, parent, buffer, 1, buffer, 1, 0),  # process_vm_readv
        (311, parent, buffer, 1, buffer, 1, 0),  # process_vm_writev
        (310, own, buffer, 0, buffer, 0, 0),
        (434, parent, 0),  # pidfd_open
        (438, 0, 0, 0),  # pidfd_getfd
        (312, own, own, 0, 0, 0),  # kcmp
    ]
    if not any(libc.syscall(*call) >= 0 for call in calls):
        raise PermissionError("all refused")
    return n
