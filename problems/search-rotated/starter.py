class Solution:
    def search(self, nums: list[int], target: int) -> int:
        # A plain function `def search(nums, target):` is fine too.
        pass
