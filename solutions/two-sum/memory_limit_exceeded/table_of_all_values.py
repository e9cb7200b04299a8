"""Memory-hungry: a table with a place for every value between the smallest and the largest: gigabytes."""


def two_sum(nums, target):
    low, high = min(nums), max(nums)
    place = [None] * (high - low + 1)
    for i, num in enumerate(nums):
        other = target - num
        if low <= other <= high and place[other - low] is not None:
            return [place[other - low], i]
        place[num - low] = i
