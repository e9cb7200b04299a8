"""Slow: quickselect that always takes the last element as its pivot, quadratic on sorted arrays."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        target = len(nums) - k
        low, high = 0, len(nums) - 1
        while True:
            pivot, border = nums[high], low
            for i in range(low, high):
                if nums[i] <= pivot:
                    nums[i], nums[border] = nums[border], nums[i]
                    border += 1
            nums[border], nums[high] = nums[high], nums[border]
            if border == target:
                return nums[border]
            if border < target:
                low = border + 1
            else:
                high = border - 1
