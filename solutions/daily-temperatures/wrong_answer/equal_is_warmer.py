"""Wrong: an equal day ends the waiting: [50, 50] gives [1, 0]."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        res = [0] * len(temperatures)
        stack = []
        for i, t in enumerate(temperatures):
            while stack and temperatures[stack[-1]] <= t:
                j = stack.pop()
                res[j] = i - j
            stack.append(i)
        return res
