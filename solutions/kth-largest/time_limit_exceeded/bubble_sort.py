"""Slow: bubble sort, quadratic on all but sorted arrays."""


def find_kth_largest(nums, k):
    swapped = True
    while swapped:
        swapped = False
        for i in range(len(nums) - 1):
            if nums[i] < nums[i + 1]:
                nums[i], nums[i + 1] = nums[i + 1], nums[i]
                swapped = True
    return nums[k - 1]
