# expect: TLE
# tries: to have the kernel remember a million names that do not exist
# stopped by: clock
import os


def echo(n):
    folder = os.path.dirname(os.__file__)
    # Long ones are kept apart from their entry, and no other kind of name costs as much.
    tail = "n" * 200
    for number in range(4_000_000):
        try:
            os.stat(f"{folder}/{number}{tail}")
        except OSError:
            continue
    return n
