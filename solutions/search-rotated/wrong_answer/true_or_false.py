"""Wrong: tells whether it is there, not where."""


def search(nums, target):
    return target in nums
