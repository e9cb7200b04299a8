# expect: RTE
# tries: to make a process by clone3, whose flags no filter can see; AC would mean that it exists
# stopped by: seccomp-processes
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def echo(n):
    arguments = (ctypes.c_uint64 * 11)()
    arguments[4] = 17
    made = libc.syscall(435, arguments, ctypes.sizeof(arguments))
    if made == 0:
        libc._exit(0)
    if made < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return n
