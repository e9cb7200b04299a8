# expect: TLE|MLE|RTE
# tries: to give parameters without end
# stopped by: clock
import itertools

import pytest

from solution import largest


@pytest.mark.parametrize("n", itertools.count())
def test_it(n):
    assert largest([n]) == n
