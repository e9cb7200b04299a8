# expect: RTE
# tries: to keep 200 MB in a file that exists only in memory
# stopped by: seccomp-memory, rlimits
import os


def echo(n):
    descriptor = os.memfd_create("hidden")
    for _ in range(200):
        os.write(descriptor, bytes(1 << 20))
    return n
