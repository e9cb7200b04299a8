# expect: RTE
# tries: to leave a POSIX message queue or a named semaphore behind
# stopped by: seccomp-rest+mounts, rlimits+landlock
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    queue = libc.syscall(240, b"hostile", 0o102, 0o600, None)  # mq_open
    semaphore = libc.sem_open(b"/hostile", 0o100, 0o600, 1)
    if queue < 0 and not semaphore:
        raise PermissionError("all refused")
    return n
