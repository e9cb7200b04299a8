"""Slow: turns the array by one place until it is sorted: O(n^2)."""


def search(nums, target):
    turned = 0
    while any(a > b for a, b in zip(nums, nums[1:])):
        nums.append(nums.pop(0))
        turned += 1
    place = bisect.bisect_left(nums, target)
    if place == len(nums) or nums[place] != target:
        return -1
    return (place + turned) % len(nums)
