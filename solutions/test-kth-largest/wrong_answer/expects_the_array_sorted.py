"""Wrong: a false alarm. An implementation may sort the array, and need not; a copy is what it gets."""

from solution import find_kth_largest


def test_sorted_afterwards():
    nums = [3, 1, 2]
    assert find_kth_largest(nums, 1) == 3
    assert nums == [1, 2, 3] or nums == [3, 2, 1]
