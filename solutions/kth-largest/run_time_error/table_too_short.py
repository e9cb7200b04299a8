"""Crashes: a counting table of max(nums) places has no room for the maximum itself: [1], 1 is an IndexError."""


def find_kth_largest(nums, k):
    count = [0] * max(nums)
    for num in nums:
        count[num] += 1
    for value in range(len(count) - 1, -1, -1):
        k -= count[value]
        if k <= 0:
            return value
