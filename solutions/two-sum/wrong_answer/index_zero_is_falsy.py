"""Wrong: takes index 0 for nothing found: [1,2], 3 gives []."""


def two_sum(nums, target):
    seen = {}
    for i, num in enumerate(nums):
        if seen.get(target - num):
            return [seen[target - num], i]
        seen[num] = i
    return []
