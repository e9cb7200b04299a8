# expect: RTE
# tries: to offer its memory for merging with that of others, whose pages it could then guess
# stopped by: seccomp-memory+seccomp-descriptors
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
MERGEABLE, UNMERGEABLE = 12, 13
PR_SET_MEMORY_MERGE = 67


def echo(n):
    block = libc.mmap(None, 1 << 20, 3, 0x22, -1, 0)
    worked = [
        libc.madvise(block, 1 << 20, MERGEABLE) == 0,
        libc.prctl(PR_SET_MEMORY_MERGE, 1, 0, 0, 0) == 0,
    ]
    if not any(worked):
        raise PermissionError("all refused")
    libc.madvise(block, 1 << 20, UNMERGEABLE)
    return n
