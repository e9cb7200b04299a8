# expect: AC
# tries: nothing forbidden: it keeps a memory of its answers, which must not gain it anything
# stopped by: outside-check
import functools


@functools.cache
def echo(n):
    return n
