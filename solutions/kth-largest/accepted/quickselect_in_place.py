"""Accepted: in-place quickselect with a three-way partition and a random pivot, iterative."""
from random import randint


def find_kth_largest(nums: List[int], k: int) -> int:
    low, high, target = 0, len(nums) - 1, len(nums) - k
    while True:
        pivot = nums[randint(low, high)]
        lt, i, gt = low, low, high
        while i <= gt:
            if nums[i] < pivot:
                nums[lt], nums[i] = nums[i], nums[lt]
                lt += 1
                i += 1
            elif nums[i] > pivot:
                nums[gt], nums[i] = nums[i], nums[gt]
                gt -= 1
            else:
                i += 1
        if target < lt:
            high = lt - 1
        elif target > gt:
            low = gt + 1
        else:
            return pivot
