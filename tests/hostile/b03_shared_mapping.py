# expect: RTE
# tries: to take memory that RLIMIT_DATA does not count; AC would mean that it got it
# stopped by: seccomp-memory, memory-counter
# limits-only: MLE
import mmap


def echo(n):
    kept = []
    for _ in range(20):
        part = mmap.mmap(-1, 16 << 20)
        part.write(b"x" * (16 << 20))
        kept.append(part)
    return n
