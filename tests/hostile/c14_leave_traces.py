# expect: RV
# tries: to leave a cgroup, a mount, a key or a lock file behind
# stopped by: seccomp-rest, seccomp-files
# machine: x86_64
# limits-only: AC
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    worked = [
        libc.mount(b"none", b"/tmp", b"tmpfs", 0, None) == 0,
        libc.syscall(248, b"user", b"hostile", b"x", 1, -2) >= 0,  # add_key
        libc.syscall(250, 1, b"hostile") >= 0,  # keyctl: a new session keyring
    ]
    for folder in ("/sys/fs/cgroup/hostile", "/sys/fs/cgroup/memory/hostile", "/run/lock/hostile"):
        try:
            os.mkdir(folder)
            worked.append(True)
        except OSError:
            pass
    if not any(worked):
        raise PermissionError("all refused")
    return n
