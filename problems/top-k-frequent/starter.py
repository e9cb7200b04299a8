class Solution:
    def topKFrequent(self, nums: list[int], k: int) -> list[int]:
        # A plain function `def top_k_frequent(nums, k):` is fine too.
        pass
