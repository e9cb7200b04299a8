"""Accepted: the module bisect with a key for the break, then in the part."""
from bisect import bisect_left


def search(nums, target):
    first = bisect_left(range(len(nums)), True, key=lambda i: nums[i] <= nums[-1])
    if target <= nums[-1]:
        place = bisect_left(nums, target, first, len(nums))
    else:
        place = bisect_left(nums, target, 0, first)
    return place if place < len(nums) and nums[place] == target else -1
