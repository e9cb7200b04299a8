# expect: RTE|WA|TLE
# tries: to have ten thousand tests run
# stopped by: calls
import pytest

from solution import largest


@pytest.mark.parametrize("n", range(10_000))
def test_it(n):
    assert largest([n]) == n
