# expect: RTE
# tries: to pin pages in pipes: larger pipes, splice, tee, vmsplice
# stopped by: seccomp-descriptors+seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes
import fcntl
import os

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    reading, writing = os.pipe()
    worked = [
        libc.syscall(275, 0, None, writing, None, 1, 0) >= 0,  # splice
        libc.syscall(276, reading, writing, 1, 0) >= 0,  # tee
        libc.syscall(278, writing, None, 0, 0) >= 0,  # vmsplice
        libc.syscall(326, 0, None, writing, None, 1, 0) >= 0,  # copy_file_range
        libc.syscall(40, writing, 0, None, 1) >= 0,  # sendfile
    ]
    try:
        fcntl.fcntl(writing, 1031, 1 << 20)  # F_SETPIPE_SZ
        worked.append(True)
    except OSError:
        pass
    if not any(worked):
        raise PermissionError("all refused")
    return n
