"""Memory-hungry: a table with a place for each value from the least to the greatest."""


def longest_consecutive(nums):
    if not nums:
        return 0
    least = min(nums)
    present = [0] * (max(nums) - least + 1)
    for x in nums:
        present[x - least] = 1
    best = current = 0
    for one in present:
        current = current + 1 if one else 0
        best = max(best, current)
    return best
