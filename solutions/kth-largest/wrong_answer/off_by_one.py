"""Wrong: counts k from 0: [1,2], 1 gives 1, and k = n is clamped to the last."""


class Solution:
    def findKthLargest(self, nums: List[int], k: int) -> int:
        nums.sort(reverse=True)
        return nums[min(k, len(nums) - 1)]
