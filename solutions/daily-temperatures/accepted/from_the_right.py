"""Accepted: from right to left, the stack holds later days that are warmer and warmer."""


class Solution(object):
    def dailyTemperatures(self, temperatures):
        """
        :type temperatures: List[int]
        :rtype: List[int]
        """
        n = len(temperatures)
        answer, stack = [], []
        for i in range(n)[::-1]:
            while stack and temperatures[stack[-1]] <= temperatures[i]:
                stack.pop()
            answer.append(stack[-1] - i if stack else 0)
            stack.append(i)
        return answer[::-1]
