# expect: TLE
# tries: to sleep for ever
# stopped by: clock
import time

from solution import largest


def test_it():
    largest([1])
    time.sleep(1_000)
