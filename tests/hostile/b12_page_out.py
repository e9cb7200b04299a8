# expect: MLE|RTE
# tries: to have its pages put on the disk, where the peak of what is resident does not count them
# stopped by: memory-counter, rlimits
import ctypes
import mmap

libc = ctypes.CDLL(None, use_errno=True)
libc.madvise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
COLD, PAGEOUT = 20, 21
PART = 10 << 20


def echo(n):
    kept = []
    for _ in range(11):
        part = mmap.mmap(-1, PART, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        part.write(b"x" * PART)
        address = ctypes.addressof(ctypes.c_char.from_buffer(part))
        for advice in (COLD, PAGEOUT):
            libc.madvise(address, PART, advice)
        kept.append(part)
    return n
