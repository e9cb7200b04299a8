"""Wrong: a sliding window, which negative numbers mislead: [1,-1,0], 0."""


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        left = total = count = 0
        for right in range(len(nums)):
            total += nums[right]
            while total > k and left <= right:
                total -= nums[left]
                left += 1
            if total == k and left <= right:
                count += 1
        return count
