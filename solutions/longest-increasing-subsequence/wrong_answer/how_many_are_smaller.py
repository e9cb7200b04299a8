"""Wrong: counts the smaller numbers before each: [2, 1, 3] gives 3."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        return max(1 + sum(a < b for a in nums[:i]) for i, b in enumerate(nums))
