# expect: RTE|MLE|TLE
# tries: to run over the end of the stack in C code: repr of a deep list
# stopped by: runner
import sys


def echo(n):
    sys.setrecursionlimit(10**9)
    deep = []
    for _ in range(200_000):
        deep = [deep]
    repr(deep)
    raise ValueError("the stack held")
