"""Wrong: gives the temperature of the warmer day, not the days to wait."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        res = [0] * len(temperatures)
        stack = []
        for i, t in enumerate(temperatures):
            while stack and temperatures[stack[-1]] < t:
                res[stack.pop()] = t
            stack.append(i)
        return res
