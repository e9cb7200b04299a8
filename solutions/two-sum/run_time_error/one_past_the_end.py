"""Crashes: looks at the neighbour of the last number: [1,5,2], 3 is an IndexError."""


def two_sum(nums, target):
    seen = {}
    for i in range(len(nums)):
        if nums[i] + nums[i + 1] == target:
            return [i, i + 1]
        if target - nums[i] in seen:
            return [seen[target - nums[i]], i]
        seen[nums[i]] = i
