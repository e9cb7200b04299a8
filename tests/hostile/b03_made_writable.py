# expect: MLE
# tries: to map memory that it may only read, which no limit counts, and to make it writable then
# stopped by: memory-counter, rlimits
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
PART = 16 << 20


def echo(n):
    for _ in range(20):
        part = libc.mmap(None, PART, 1, 0x22, -1, 0)
        if libc.mprotect(part, PART, 3) != 0:
            raise PermissionError("refused")
        ctypes.memset(part, 120, PART)
    return n
