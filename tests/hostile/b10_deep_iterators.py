# expect: RTE|MLE|TLE
# tries: to run over the end of the stack where C functions call one another uncounted
# stopped by: runner
# problem: roomy
import itertools
import sys
from functools import partial

sys.setrecursionlimit(10**9)
DEPTH = 2_000_000
WRAPS = (
    itertools.chain,
    partial(map, int),
    partial(filter, None),
    zip,
    enumerate,
    lambda inner: itertools.islice(inner, 9),
    lambda inner: itertools.takewhile(bool, inner),
)


def echo(n):
    for wrap in WRAPS:
        deep = iter([1])
        for _ in range(DEPTH // len(WRAPS)):
            deep = wrap(deep)
        next(deep)
        del deep
    raise ValueError("the stack held")
