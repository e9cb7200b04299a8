# expect: RV
# tries: to make a process by bare system calls: vfork, clone, execveat
# stopped by: seccomp-processes
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    if libc.syscall(57) == 0 or libc.syscall(56, 17, 0, 0, 0, 0) == 0:
        libc._exit(0)
    libc.syscall(322, -1, b"", None, None, 0)
    return n
