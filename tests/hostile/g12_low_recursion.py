# expect: RTE
# tries: to leave the runner no depth of recursion to work in
# stopped by: runner
import sys


def echo(n):
    sys.setrecursionlimit(20)
    return echo(n + 1)
