"""Accepted: sorts pairs of number and index, and walks in from both ends."""


def twoSum(nums, target):
    pairs = sorted((num, i) for i, num in enumerate(nums))
    left, right = 0, len(pairs) - 1
    while True:
        total = pairs[left][0] + pairs[right][0]
        if total == target:
            return [pairs[left][1], pairs[right][1]]
        elif total < target:
            left += 1
        else:
            right -= 1
