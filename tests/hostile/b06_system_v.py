# expect: RTE
# tries: to leave a shared memory segment, a semaphore or a message queue behind
# stopped by: seccomp-ipc
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
CREATE = 0o1666


def echo(n):
    made = [
        libc.shmget(0x6A756467, 4096, CREATE),
        libc.semget(0x6A756467, 1, CREATE),
        libc.msgget(0x6A756467, CREATE),
    ]
    if max(made) < 0:
        raise PermissionError("all refused")
    return n
