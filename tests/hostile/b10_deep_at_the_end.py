# expect: AC
# tries: to have the judge blame itself for a crash of what is freed and called at the end
# unshown: the answers are right, and nothing of the end counts
# stopped by: runner
# problem: roomy
import atexit
import sys

sys.setrecursionlimit(10**9)
LEFT = iter([1])
for _ in range(300_000):
    LEFT = map(int, LEFT)


class Last:
    def __del__(self):
        Last() == Last()

    def __eq__(self, other):
        return other == self


LAST = Last()
atexit.register(lambda: next(LEFT))


def echo(n):
    return n
