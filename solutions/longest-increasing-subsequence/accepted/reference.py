"""Reference: the smallest last number of each length, replaced by bisection.

Time: O(n log n), Space: O(n).
"""
from bisect import bisect_left


def length_of_lis(nums):
    tails = []
    for num in nums:
        place = bisect_left(tails, num)
        tails[place:place + 1] = [num]
    return len(tails)
