# expect: RTE|MLE|TLE
# tries: to run over the end of the stack through one C function after the other
# stopped by: runner
# problem: roomy
import re
import sys
from functools import lru_cache, partial, reduce

sys.setrecursionlimit(10**9)


class Odd:
    def __init__(self, depth):
        self.depth = depth

    def __eq__(self, other):
        return Odd(self.depth + 1) < other

    def __lt__(self, other):
        return bool(Odd(self.depth + 1))

    def __bool__(self):
        return len(Odd(self.depth + 1)) > 0

    def __len__(self):
        return hash(Odd(self.depth + 1))

    def __hash__(self):
        return repr(Odd(self.depth + 1))

    def __repr__(self):
        return format(Odd(self.depth + 1))

    def __format__(self, spec):
        return Odd(self.depth + 1).missing

    def __getattr__(self, name):
        return list(Odd(self.depth + 1))

    def __iter__(self):
        return iter([Odd(self.depth + 1)[0]])

    def __getitem__(self, place):
        return [0][Odd(self.depth + 1)]

    def __index__(self):
        return Odd(self.depth + 1) in Odd(0)

    def __contains__(self, other):
        return Odd(self.depth + 1)()

    def __call__(self):
        return down(self.depth + 1)


@lru_cache(None)
def down(depth):
    return max(sorted([depth], key=lambda one: sum(map(again, [one]))) for _ in "a")


def again(depth):
    return reduce(lambda one, two: partial(substituted, depth)(), [0, 0])


def substituted(depth):
    return re.sub("a", lambda found: str(Odd(depth) == Odd(0)), "a")


def echo(n):
    return down(n)
