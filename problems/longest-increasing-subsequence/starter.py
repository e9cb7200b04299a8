class Solution:
    def lengthOfLIS(self, nums: list[int]) -> int:
        # A plain function `def length_of_lis(nums):` is fine too.
        pass
