"""Wrong: looks for a rising stretch of the list as it stands."""


def longest_consecutive(nums):
    best = current = 0
    for i, x in enumerate(nums):
        current = current + 1 if i and x == nums[i - 1] + 1 else 1
        best = max(best, current)
    return best
