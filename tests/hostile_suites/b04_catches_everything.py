# expect: WA
# tries: to swallow what tells of a failure
# stopped by: share
from solution import largest


def test_it():
    try:
        assert largest([1, 3, 2]) == 3
    except BaseException:
        pass
