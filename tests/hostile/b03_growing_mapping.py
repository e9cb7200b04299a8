# expect: RTE
# tries: to take memory in a mapping that grows downwards, which RLIMIT_DATA does not count
# stopped by: seccomp-memory
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
READ_WRITE, PRIVATE_ANONYMOUS, GROWSDOWN = 3, 0x22, 0x100


def echo(n):
    address = libc.mmap(None, 1 << 20, READ_WRITE, PRIVATE_ANONYMOUS | GROWSDOWN, -1, 0)
    if address in (None, ctypes.c_void_p(-1).value):
        raise OSError(ctypes.get_errno(), "refused")
    return n
