# expect: RV
# tries: to lose the record of its memory by running itself anew
# stopped by: seccomp-processes
# unshown: the program that it becomes answers nobody
# limits-only: RTE
import os
import sys


def echo(n):
    os.execv(sys.executable or "/usr/bin/python3", ["python3", "-c", "pass"])
    return n
