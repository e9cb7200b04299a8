"""Crashes: a missing target has no end: the recursion leaves the array, or goes on for ever."""


def search(nums, target, low=0, high=None):
    high = len(nums) - 1 if high is None else high
    mid = (low + high) // 2
    if nums[mid] == target:
        return mid
    if nums[low] <= nums[mid]:
        if nums[low] <= target < nums[mid]:
            return search(nums, target, low, mid)
        return search(nums, target, mid + 1, high)
    if nums[mid] < target <= nums[high]:
        return search(nums, target, mid, high)
    return search(nums, target, low, mid)
