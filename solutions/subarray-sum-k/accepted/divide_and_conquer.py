"""Accepted: pieces in the left half, in the right half, and across the middle."""
from collections import Counter
from itertools import accumulate


def subarray_sum_k(nums, k):
    if len(nums) == 1:
        return int(nums[0] == k)
    middle = len(nums) // 2
    left, right = nums[:middle], nums[middle:]
    ends = Counter(accumulate(reversed(left)))
    across = sum(ends[k - total] for total in accumulate(right))
    return subarray_sum_k(left, k) + subarray_sum_k(right, k) + across
