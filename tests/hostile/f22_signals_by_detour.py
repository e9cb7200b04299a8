# expect: RTE
# tries: to have the kernel send signals for it; AC would mean that one way is open
# stopped by: seccomp-descriptors+seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_MM, PR_SET_CHILD_SUBREAPER, PR_SET_PTRACER = 1, 4, 35, 36, 0x59616D61


def echo(n):
    buffer = ctypes.create_string_buffer(128)
    calls = [
        (157, PR_SET_PDEATHSIG, 9, 0, 0, 0),
        (157, PR_SET_DUMPABLE, 1, 0, 0, 0),
        (157, PR_SET_MM, 1, 0, 0, 0),
        (157, PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0),
        (157, PR_SET_PTRACER, -1, 0, 0, 0),
        (72, 3, 8, 1),  # F_SETOWN
        (222, 0, buffer, buffer),  # timer_create
        (244, 0, buffer),  # mq_notify
    ]
    if not any(libc.syscall(*call) >= 0 for call in calls):
        raise PermissionError("all refused")
    return n
