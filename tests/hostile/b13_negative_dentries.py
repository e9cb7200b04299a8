# expect: TLE
# tries: to have the kernel remember a million names that do not exist
# stopped by: clock
import os


def echo(n):
    folder = os.path.dirname(os.__file__)
    # Long ones take most, and to be told no costs less than an exception.
    tail = "n" * 200
    for number in range(4_000_000):
        os.access(f"{folder}/{number}{tail}", os.F_OK)
    return n
