# expect: RTE
# tries: to take memory that RLIMIT_DATA does not count in a shared mapping of a file of zeros
# stopped by: mounts, landlock
# limits-only: AC
import mmap
import os

PART = 16 << 20


def echo(n):
    for flags in (os.O_RDWR, os.O_RDONLY):
        try:
            with open(os.open("/dev/zero", flags), "rb") as zeros:
                part = mmap.mmap(zeros.fileno(), PART, flags=mmap.MAP_SHARED, prot=mmap.PROT_READ)
            return n + sum(part[::4096])
        except OSError:
            continue
    raise PermissionError("all refused")
