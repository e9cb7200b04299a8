# expect: RTE
# tries: to pass the filter by the numbers of x32
# stopped by: seccomp-gates
# unshown: kernels without x32 refuse it by themselves
# machine: x86_64
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    if libc.syscall(0x40000000 | 39) > 0:
        return n
    raise OSError(ctypes.get_errno(), "refused")
