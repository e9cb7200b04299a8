"""Reference: sort, and count from the end.

Time: O(n log n), Space: O(n).
"""


def find_kth_largest(nums, k):
    return sorted(nums)[-k]
