class Solution:
    def longestConsecutive(self, nums: list[int]) -> int:
        # A plain function `def longest_consecutive(nums):` is fine too.
        pass
