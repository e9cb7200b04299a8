# expect: RTE|MLE|TLE
# tries: to run over the end of the stack in what walks a deep value: encoders and comparisons
# stopped by: runner
# problem: roomy
import copy
import json
import marshal
import pickle
import sys

sys.setrecursionlimit(10**9)
DEPTH = 95_000


def nested(wrap):
    value = wrap(())
    for _ in range(DEPTH):
        value = wrap((value,))
    return value


def echo(n):
    ways = (
        (list, (json.dumps, pickle.dumps, marshal.dumps, compared)),
        (tuple, (hash, compared, lambda deep: isinstance(n, deep), pickle.dumps)),
        (frozenset, (hash,)),
        (lambda inner: dict(enumerate(inner)), (compared, json.dumps)),
        (lambda inner: slice(*inner or (None,)), (compared,)),
        (list, (copy.deepcopy,)),
    )
    for wrap, walks in ways:
        deep = nested(wrap)
        for walk in walks:
            try:
                walk(deep)
            except (RecursionError, ValueError, TypeError):
                pass
    for text in ("[" * DEPTH, '{"a":' * DEPTH):
        try:
            json.loads(text)
        except (RecursionError, ValueError):
            pass
    raise ValueError("the stack held")


def compared(deep):
    return deep == nested(type(deep) if type(deep) in (list, tuple) else lambda inner: deep)
