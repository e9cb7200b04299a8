"""Wrong: stops at the first end for each start: [1,0], 1 gives 1."""


def subarray_sum(nums, k):
    count = 0
    for i in range(len(nums)):
        total = 0
        for j in range(i, len(nums)):
            total += nums[j]
            if total == k:
                count += 1
                break
    return count
