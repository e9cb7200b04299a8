# expect: WA
# tries: to fail in another way each time, so that no counterexample can be made
# stopped by: outside-check
# unshown: it is never right, for a naive judge too
import os


def echo(n):
    return int.from_bytes(os.urandom(16), "big") if n else n + 1
