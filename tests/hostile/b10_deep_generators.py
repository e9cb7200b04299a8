# expect: RTE|MLE|TLE
# tries: to run over the end of the stack by generators that close, throw to and await one another
# stopped by: runner
# problem: roomy
import sys

sys.setrecursionlimit(10**9)
DEPTH = 20_000


def yielding(inner):
    yield from inner


def closing(inner):
    try:
        yield
    finally:
        if inner is not None:
            inner.close()


async def awaiting(inner):
    if inner is not None:
        await inner


def echo(n):
    for end in (next, lambda deep: deep.throw(ValueError), lambda deep: deep.close()):
        deep = iter([1, 2, 3])
        for _ in range(3_000):
            deep = yielding(deep)
        next(deep)
        tried(end, deep)
    deep = iter([1])
    for _ in range(DEPTH):
        deep = yielding(deep)
    tried(next, deep)
    deep = None
    for _ in range(5 * DEPTH):
        deep = closing(deep)
        next(deep)
    tried(deep.close)
    deep = None
    for _ in range(DEPTH):
        deep = awaiting(deep)
    tried(deep.send, None)
    raise ValueError("the stack held")


def tried(act, *given):
    try:
        act(*given)
    except (RecursionError, StopIteration, ValueError, RuntimeError):
        pass
