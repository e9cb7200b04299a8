# expect: RV
# tries: to lose the record of its memory by running itself anew
import os
import sys


def echo(n):
    os.execv(sys.executable or "/usr/bin/python3", ["python3", "-c", "pass"])
    return n
