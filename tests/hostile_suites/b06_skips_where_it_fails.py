# expect: WA|CE
# tries: to skip in place of failing
# stopped by: share
import pytest

from solution import largest


def test_it():
    if largest([1, 3, 2]) != 3:
        pytest.skip("another day")


def test_other():
    assert largest([1]) == 1
