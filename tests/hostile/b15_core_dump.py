# expect: RTE
# tries: to leave a core dump; AC would mean that dumps are not off
# stopped by: rlimits
import os
import resource


def echo(n):
    # 1 stops files and programs that take dumps; 0 stops files only.
    if resource.getrlimit(resource.RLIMIT_CORE) != (1, 1):
        return n
    os.abort()
