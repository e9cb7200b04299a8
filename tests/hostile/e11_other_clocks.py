# expect: RTE
# tries: to get clocks of its own: a time namespace, or a processor that does not tell the time
# stopped by: seccomp-descriptors+seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWTIME = 0x80
PR_GET_TSC, PR_SET_TSC, PR_TSC_ENABLE, PR_TSC_SIGSEGV = 25, 26, 1, 2


def echo(n):
    worked = [libc.unshare(CLONE_NEWTIME) == 0]
    if libc.prctl(PR_SET_TSC, PR_TSC_SIGSEGV, 0, 0, 0) == 0:
        worked.append(True)
        libc.prctl(PR_SET_TSC, PR_TSC_ENABLE, 0, 0, 0)
    if not any(worked):
        raise PermissionError("all refused")
    return n
