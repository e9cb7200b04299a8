"""Crashes: goes one call deeper for each number, and past the end: an IndexError."""


def subarray_sum(nums, k):
    def ending(i, wanted):
        return (nums[i] == wanted) + ending(i + 1, wanted - nums[i])

    return sum(ending(i, k) for i in range(len(nums)))
