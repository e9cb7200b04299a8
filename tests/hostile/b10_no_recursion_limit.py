# expect: RTE|MLE|TLE
# tries: to run over the end of the stack after the recursion limit is out of the way
# stopped by: runner
import sys


def echo(n):
    sys.setrecursionlimit(10**9)

    def down(depth):
        return [down(depth + 1)]

    return down(0)
