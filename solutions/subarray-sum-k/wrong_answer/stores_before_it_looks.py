"""Wrong: with k = 0 each place finds itself: [1], 0 gives 1."""


def subarray_sum(nums, k):
    seen, total, count = {0: 1}, 0, 0
    for x in nums:
        total += x
        seen[total] = seen.get(total, 0) + 1
        count += seen.get(total - k, 0)
    return count
