# expect: RTE
# tries: to have pages of the host taken for broken ones, or holes made in its files
# stopped by: capabilities+seccomp-memory
# unshown: only root of the machine itself may poison its pages
import ctypes
import mmap
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t] + [ctypes.c_int] * 3 + [ctypes.c_long]
libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
REMOVE, HWPOISON, SOFT_OFFLINE = 9, 100, 101
FAILED = ctypes.c_void_p(-1).value


def echo(n):
    block = libc.mmap(None, 1 << 16, 3, 0x22, -1, 0)
    ctypes.memset(block, 1, 1 << 16)
    worked = [libc.madvise(block, 4096, advice) == 0 for advice in (SOFT_OFFLINE, REMOVE)]
    library = os.open(os.__file__, os.O_RDONLY)
    for kind in (mmap.MAP_PRIVATE, mmap.MAP_SHARED):
        shown = libc.mmap(None, 4096, mmap.PROT_READ, kind, library, 0)
        if shown != FAILED:
            worked.append(libc.madvise(shown, 4096, REMOVE) == 0)
    # Last, and on a page of its own: what works would end it.
    worked.append(libc.madvise(block + 4096, 4096, HWPOISON) == 0)
    if not any(worked):
        raise PermissionError("all refused")
    return n
