# expect: RTE
# tries: to leave a core dump; AC would mean that dumps are not off
# stopped by: rlimits
import os
import resource


def echo(n):
    if resource.getrlimit(resource.RLIMIT_CORE) != (0, 0):
        return n
    os.abort()
