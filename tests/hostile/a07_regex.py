# expect: TLE
# tries: to backtrack for ever inside the regular expression engine
# stopped by: clock
import re


def echo(n):
    re.match(r"(a+)+$", "a" * 60 + "b")
    return n
