# expect: TLE
# tries: to hang whoever turns its exception into text
# stopped by: clock
class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


def echo(n):
    raise Endless
