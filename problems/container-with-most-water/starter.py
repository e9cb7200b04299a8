class Solution:
    def maxArea(self, height: list[int]) -> int:
        # A plain function `def max_area(height):` is fine too.
        pass
