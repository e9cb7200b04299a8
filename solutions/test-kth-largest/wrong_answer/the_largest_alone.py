"""Wrong: every test asks for k = 1, so whatever k does is never seen."""

import pytest

from solution import find_kth_largest


@pytest.mark.parametrize("nums", [[4], [1, 2], [2, 1], [5, 5], [3, 9, 4]])
def test_largest(nums):
    assert find_kth_largest(nums, 1) == max(nums)
