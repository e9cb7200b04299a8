"""Wrong: answers the question of the largest rectangle in a histogram: [3,1,3] gives 3."""


class Solution:
    def maxArea(self, height: List[int]) -> int:
        stack, best = [], 0
        for i, h in enumerate(height + [0]):
            start = i
            while stack and stack[-1][1] > h:
                start, top = stack.pop()
                best = max(best, top * (i - start))
            stack.append((start, h))
        return best
