# expect: TLE
# tries: to spend quadratic time in turning digits into an integer
# stopped by: clock
import sys


def echo(n):
    sys.set_int_max_str_digits(0)
    int("7" * 3_000_000)
    return n
