"""Wrong: measures neighbours only: [2,1,2] gives 1."""


class Solution:
    def maxArea(self, height: List[int]) -> int:
        return max(min(a, b) for a, b in zip(height, height[1:]))
