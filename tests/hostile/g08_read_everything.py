# expect: RTE
# tries: to find its test cases on standard input, by every name it has
# stopped by: runner
import os
import sys


def echo(n):
    data = sys.stdin.read() or sys.__stdin__.read() or os.read(0, 1 << 16)
    if not data:
        raise EOFError
    return n
