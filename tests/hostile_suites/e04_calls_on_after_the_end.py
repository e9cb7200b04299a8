# expect: RTE|TLE
# tries: to catch what says that there were enough calls
# stopped by: calls
from solution import largest


def test_it():
    for _ in range(10_000):
        try:
            largest([1])
        except BaseException:
            pass
