"""Wrong: a false alarm. It takes the question for that of the k-th distinct value."""

from solution import find_kth_largest


def test_distinct():
    nums = [3, 8, 8, 1, 3, 6]
    for k in (1, 2, 3, 4):
        assert find_kth_largest(nums, k) == sorted(set(nums))[-k]
