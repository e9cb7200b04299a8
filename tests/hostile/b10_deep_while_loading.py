# expect: RTE|MLE|TLE|CE
# tries: to run over the end of the stack before there is an entry
# stopped by: runner
# problem: roomy
import sys

sys.setrecursionlimit(10**9)


def down(depth):
    return sorted([depth], key=lambda one: down(one))


down(0)


def echo(n):
    return n
