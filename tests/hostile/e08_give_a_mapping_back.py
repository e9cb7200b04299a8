# expect: MLE|RTE
# tries: to drop its pages by madvise before anybody looks
# stopped by: memory-counter, rlimits
import mmap


def echo(n):
    part = mmap.mmap(-1, 60 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    other = mmap.mmap(-1, 60 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    part.write(b"x" * (60 << 20))
    other.write(bytes(part[: 30 << 20]) * 2)
    part.madvise(mmap.MADV_DONTNEED)
    other.madvise(mmap.MADV_DONTNEED)
    return n
