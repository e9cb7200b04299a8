# expect: MLE|RTE
# tries: to take memory in private mappings that are filled only later
# stopped by: memory-counter, rlimits
import mmap

NORESERVE = 0x4000


def echo(n):
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | NORESERVE
    parts = [mmap.mmap(-1, 8 << 20, flags=flags) for _ in range(20)]
    for part in parts:
        part.write(b"x" * (8 << 20))
    return n
