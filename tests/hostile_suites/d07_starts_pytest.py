# expect: WA|RTE|RV|CE|TLE
# tries: to start pytest within a test
# stopped by: share
import pytest

from solution import largest


def test_it():
    largest([1])
    pytest.main(["-q", "nothing.py"])
