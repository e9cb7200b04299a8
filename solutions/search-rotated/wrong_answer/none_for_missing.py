"""Wrong: None where the target is missing."""


def search(nums, target):
    for place, value in enumerate(nums):
        if value == target:
            return place
