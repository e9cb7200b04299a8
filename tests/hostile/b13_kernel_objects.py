# expect: RTE
# tries: to use kernel memory in a hundred pipes
# stopped by: rlimits
import os


def echo(n):
    kept = []
    for _ in range(100):
        kept.append(os.pipe())
    return n
