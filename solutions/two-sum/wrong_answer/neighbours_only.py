"""Wrong: compares neighbours only: [1,5,2], 3 gives None."""


def two_sum(nums, target):
    for i in range(len(nums) - 1):
        if nums[i] + nums[i + 1] == target:
            return [i, i + 1]
