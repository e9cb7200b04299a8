# expect: WA
# tries: to catch all by failing always
# stopped by: right ones
from solution import largest


def test_it():
    assert largest([1]) == 2
