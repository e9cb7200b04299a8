# expect: RTE
# tries: to read, hold or trace programs that were started shortly before or after it
# stopped by: seccomp-rest, namespaces
# machine: x86_64
# limits-only: AC
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SEIZE = 0x4206


def echo(n):
    buffer = ctypes.create_string_buffer(64)
    part = (ctypes.c_uint64 * 2)(ctypes.addressof(buffer), 8)
    own, kept = os.getpid(), {1, os.getpid(), os.getppid()}
    for pid in set(range(max(own - 500, 2), own + 500)) - kept:
        calls = [
            (434, pid, 0),  # pidfd_open
            (310, pid, part, 1, part, 1, 0),  # process_vm_readv
            (312, own, pid, 0, 0, 0),  # kcmp
            (101, SEIZE, pid, 0, 0),  # ptrace
        ]
        if any(libc.syscall(*call) >= 0 for call in calls):
            return n
    raise PermissionError("all refused")
