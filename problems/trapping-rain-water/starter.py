class Solution:
    def trap(self, height: list[int]) -> int:
        # A plain function `def trap(height):` is fine too.
        pass
