"""Reference: how often each sum from the front has occurred.

Time: O(n), Space: O(n).
"""


def subarray_sum(nums, k):
    seen, total, count = {0: 1}, 0, 0
    for x in nums:
        total += x
        count += seen.get(total - k, 0)
        seen[total] = seen.get(total, 0) + 1
    return count
