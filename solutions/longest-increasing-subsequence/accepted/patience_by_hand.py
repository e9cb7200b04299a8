"""Accepted: binary search written by hand, tails in a fixed array."""


def lengthOfLIS(nums):
    tails = [0] * len(nums)
    size = 0
    for x in nums:
        lo, hi = 0, size
        while lo != hi:
            mid = (lo + hi) // 2
            if tails[mid] < x:
                lo = mid + 1
            else:
                hi = mid
        tails[lo] = x
        size = max(size, lo + 1)
    return size
