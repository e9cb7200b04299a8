"""Wrong: -1 where no warmer day comes."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        res = [-1] * len(temperatures)
        stack = []
        for i, t in enumerate(temperatures):
            while stack and temperatures[stack[-1]] < t:
                j = stack.pop()
                res[j] = i - j
            stack.append(i)
        return res
