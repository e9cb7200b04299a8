class Solution:
    def findKthLargest(self, nums: list[int], k: int) -> int:
        # A plain function `def find_kth_largest(nums, k):` is fine too.
        pass
