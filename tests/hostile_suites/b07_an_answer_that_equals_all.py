# expect: WA
# tries: to compare with what equals everything
# stopped by: share
from unittest.mock import ANY

from solution import largest


def test_it():
    assert largest([1, 3, 2]) == ANY
    assert largest([-2, -1]) == ANY
