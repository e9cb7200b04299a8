"""Wrong: the sums are a default argument and keep those of earlier calls: right alone, wrong on the second call."""


def subarray_sum(nums, k, seen={0: 1}):
    total = count = 0
    for x in nums:
        total += x
        count += seen.get(total - k, 0)
        seen[total] = seen.get(total, 0) + 1
    return count
