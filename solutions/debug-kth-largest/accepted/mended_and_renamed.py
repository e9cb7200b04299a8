"""Accepted: both lines mended, and shorter names."""
# So few numbers are sorted at once.
FEW = 24


def find_kth_largest(nums, k):
    """Narrow the numbers down to those around the k-th, then sort them."""
    while len(nums) > FEW:
        above, below, pivot = split(nums)
        if len(above) < k <= len(nums) - len(below):
            return pivot
        if k <= len(above):
            nums = above
        else:
            k -= len(nums) - len(below)
            nums = below
    return sorted(nums, reverse=True)[k - 1]


def split(nums):
    """Return the numbers above and below a pivot, and the pivot: the median of some of them."""
    sample = sorted(nums[:: len(nums) // 12])
    pivot = sample[len(sample) // 2]
    above = [num for num in nums if num > pivot]
    below = [num for num in nums if num < pivot]
    return above, below, pivot
