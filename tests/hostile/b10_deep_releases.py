# expect: RTE|MLE|TLE
# tries: to run over the end of the stack while long chains of objects of every kind are freed
# stopped by: runner
# problem: roomy
import sys
import types
import weakref
from functools import partial

sys.setrecursionlimit(10**9)
DEPTH = 100_000


class Slotted:
    __slots__ = ("inner",)

    def __init__(self, inner):
        self.inner = inner


class Plain(Slotted):
    pass


class Watched:
    def __init__(self, inner):
        self.inner = inner
        self.last = weakref.ref(self, lambda dead, kept=inner: None)


class Freed:
    def __init__(self, inner):
        self.inner = inner

    def __del__(self):
        del self.inner


def closure(inner):
    return lambda: inner


def fault(inner):
    made = ValueError()
    made.__context__ = made.__cause__ = inner if isinstance(inner, ValueError) else None
    return made


def paused(inner):
    def waiting():
        yield inner

    made = waiting()
    next(made)
    return made


WRAPS = (
    lambda inner: [inner],
    lambda inner: (inner,),
    lambda inner: {0: inner},
    lambda inner: iter([inner]),
    lambda inner: map(int, inner),
    lambda inner: partial(int, inner),
    lambda inner: types.MethodType(print, inner),
    lambda inner: types.MappingProxyType({0: inner}),
    lambda inner: slice(inner),
    lambda inner: property(inner),
    lambda inner: staticmethod(inner),
    Slotted,
    Plain,
    Watched,
    Freed,
    closure,
    fault,
    paused,
)


def echo(n):
    for wrap in WRAPS:
        deep = iter([])
        for _ in range(DEPTH):
            deep = wrap(deep)
        del deep
    steps = None
    for _ in range(DEPTH):
        steps = types.TracebackType(steps, sys._getframe(), 0, 1)
    raise ValueError("the stack held").with_traceback(steps)
