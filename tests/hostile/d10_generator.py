# expect: WA
# tries: to return something that is computed only when the judge reads it, for ever
# stopped by: runner
import itertools


def echo(n):
    return (n for _ in itertools.count())
