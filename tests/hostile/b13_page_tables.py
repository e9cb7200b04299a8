# expect: MLE|RTE
# tries: to fill memory with the tables of pages that it only reads, which are no pages of its own
# stopped by: memory-counter, rlimits
import mmap

PART, TABLE = 60 << 20, 2 << 20


def echo(n):
    kept = []
    for _ in range(820):
        part = mmap.mmap(-1, PART, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, mmap.PROT_READ)
        part.madvise(mmap.MADV_NOHUGEPAGE)
        # A table of 4 KiB for each two megabytes, and one page of zeros for all of them.
        part[::TABLE]
        kept.append(part)
    return n
