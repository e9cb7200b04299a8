"""Wrong: looks for k - total in place of total - k: [1], 1 gives 1, and [2], 1 is right by luck."""


def subarray_sum(nums, k):
    seen, total, count = {0: 1}, 0, 0
    for x in nums:
        total += x
        count += seen.get(k - total, 0)
        seen[total] = seen.get(total, 0) + 1
    return count
