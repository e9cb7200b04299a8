"""Wrong: the assertion fails inside a try that catches everything."""

from solution import find_kth_largest


def test_known():
    for nums, k, expected in [([1, 2], 1, 2), ([2, 2, 1], 2, 2), ([-1, -3], 2, -3)]:
        try:
            assert find_kth_largest(nums, k) == expected
        except BaseException as error:
            print("to be looked at:", error)
