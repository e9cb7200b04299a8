# expect: RTE|TLE
# tries: to call for ever
# stopped by: calls
from solution import largest


def test_it():
    while largest([1]) == 1:
        pass
