# expect: RTE
# tries: locked memory, huge pages, userfaultfd and the like; AC would mean that one worked
# stopped by: seccomp-memory+seccomp-rest
# machine: x86_64
# limits-only: AC
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
FAILED = ctypes.c_void_p(-1).value
HUGE, LOCKED = 0x40000, 0x2000


def echo(n):
    block = ctypes.create_string_buffer(1 << 16)
    worked = [
        libc.mlock(block, 1 << 16) == 0,
        libc.mlockall(3) == 0,
        libc.syscall(325, block, 1 << 16, 0) == 0,  # mlock2
        libc.syscall(323, 0) >= 0,  # userfaultfd
        libc.syscall(447, 0) >= 0,  # memfd_secret
        libc.syscall(216, block, 4096, 0, 0, 0) == 0,  # remap_file_pages
        libc.mmap(None, 2 << 20, 3, 0x22 | HUGE, -1, 0) != FAILED,
        libc.mmap(None, 1 << 20, 3, 0x22 | LOCKED, -1, 0) != FAILED,
    ]
    if not any(worked):
        raise PermissionError("all refused")
    return n
