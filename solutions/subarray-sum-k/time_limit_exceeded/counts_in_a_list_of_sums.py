"""Slow: counts in the list of earlier sums for each place."""


def subarray_sum(nums, k):
    sums, total, count = [0], 0, 0
    for num in nums:
        total += num
        count += sums.count(total - k)
        sums.append(total)
    return count
