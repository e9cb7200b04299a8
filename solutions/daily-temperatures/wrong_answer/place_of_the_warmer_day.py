"""Wrong: gives the place of the warmer day, not the distance."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        res = [0] * len(temperatures)
        stack = []
        for i, t in enumerate(temperatures):
            while stack and temperatures[stack[-1]] < t:
                res[stack.pop()] = i
            stack.append(i)
        return res
