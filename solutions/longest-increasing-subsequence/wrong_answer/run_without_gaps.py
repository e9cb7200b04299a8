"""Wrong: the longest run that stands together: [1, 5, 2, 3] gives 2."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        longest = run = 1
        for a, b in zip(nums, nums[1:]):
            run = run + 1 if b > a else 1
            longest = max(longest, run)
        return longest
