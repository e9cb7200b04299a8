# expect: RTE
# tries: to make a pipe for the kernel's notices of keys and mounts, by a flag of an ordinary call
# stopped by: seccomp-rest
# unshown: not every kernel has such pipes
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
O_NOTIFICATION_PIPE = 0x80


def echo(n):
    ends = (ctypes.c_int * 2)()
    if libc.pipe2(ends, O_NOTIFICATION_PIPE) != 0:
        raise PermissionError("refused")
    return n
