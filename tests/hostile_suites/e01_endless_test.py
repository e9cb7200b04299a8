# expect: TLE
# tries: to run for ever
# stopped by: clock
from solution import largest


def test_it():
    while largest([1]):
        while True:
            pass
