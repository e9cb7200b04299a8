"""Reference: look for the partner among the numbers before, then remember this one.

Time: O(n), Space: O(n).
"""


def two_sum(nums, target):
    seen = {}
    for i, x in enumerate(nums):
        if target - x in seen:
            return [seen[target - x], i]
        seen[x] = i
