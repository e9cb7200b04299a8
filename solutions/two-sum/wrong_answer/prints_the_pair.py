"""Wrong: prints the pair and returns nothing: [1,2], 3 gives None."""


def two_sum(nums, target):
    seen = {}
    for i, num in enumerate(nums):
        if target - num in seen:
            print([seen[target - num], i])
        seen[num] = i
