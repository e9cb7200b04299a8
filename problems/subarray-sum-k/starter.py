class Solution:
    def subarraySum(self, nums: list[int], k: int) -> int:
        # A plain function `def subarray_sum(nums, k):` is fine too.
        pass
