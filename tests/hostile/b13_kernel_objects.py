# expect: RTE
# tries: to use kernel memory in pipes without end
# stopped by: rlimits
# unshown: the container bounds descriptors too
import os


def echo(n):
    kept = []
    while True:
        kept.append(os.pipe())
