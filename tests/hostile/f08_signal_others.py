# expect: RTE
# tries: to signal its parent, process 1 and everybody (signal 0 asks for the same right)
# stopped by: seccomp-signals
# machine: x86_64
# limits-only: AC
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    worked = []
    for target in (os.getppid(), 1, -1, 0, -os.getpid()):
        try:
            os.kill(target, 0)
            worked.append(target)
        except OSError:
            pass
    buffer = ctypes.create_string_buffer(128)
    worked += [
        call
        for call in ((200, 1, 0), (234, 1, 1, 0), (129, 1, 0, buffer), (297, 1, 1, 0, buffer))
        if libc.syscall(*call) == 0
    ]
    if not worked:
        raise PermissionError("all refused")
    return n
