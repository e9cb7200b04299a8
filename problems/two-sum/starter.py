class Solution:
    def twoSum(self, nums: list[int], target: int) -> list[int]:
        # A plain function `def two_sum(nums, target):` is fine too.
        pass
