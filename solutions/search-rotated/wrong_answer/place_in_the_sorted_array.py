"""Wrong: sorts first: the place is that of the sorted array."""


def search(nums, target):
    nums.sort()
    place = bisect.bisect_left(nums, target)
    return place if place < len(nums) and nums[place] == target else -1
