# expect: WA
# tries: to switch assertions off
# stopped by: share
from solution import largest

AssertionError = ValueError


def test_it():
    try:
        assert largest([1, 3, 2]) == 3
    except ValueError:
        pass
    except Exception:
        pass
