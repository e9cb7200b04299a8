"""Slow: looks for the neighbours in the list: O(n^2)."""


def longest_consecutive(nums):
    best = 0
    for x in nums:
        if x - 1 not in nums:
            end = x
            while end in nums:
                end += 1
            best = max(best, end - x)
    return best
