"""Slow: the pivot is the first number, quadratic on sorted arrays."""
# So few numbers are sorted at once.
FEW = 24


def find_kth_largest(nums, k):
    """Narrow the numbers down to those around the k-th, then sort them."""
    while len(nums) > FEW:
        larger, smaller, pivot = split(nums)
        if len(larger) < k <= len(nums) - len(smaller):
            return pivot
        if k <= len(larger):
            nums = larger
        else:
            k -= len(nums) - len(smaller)
            nums = smaller
    return sorted(nums, reverse=True)[k - 1]


def split(nums):
    """Return the numbers above and below a pivot, and the pivot: the median of some of them."""
    pivot = nums[0]
    larger = [num for num in nums if num > pivot]
    smaller = [num for num in nums if num < pivot]
    return larger, smaller, pivot
