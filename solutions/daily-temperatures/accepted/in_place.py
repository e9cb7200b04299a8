"""Accepted: writes the answers over the temperatures, and returns the same list."""


class Solution:
    def dailyTemperatures(self, T: List[int]) -> List[int]:
        stack = collections.deque()
        for i in range(len(T)):
            while stack and stack[-1][1] < T[i]:
                j, _ = stack.pop()
                T[j] = i - j
            stack.append((i, T[i]))
        while stack:
            T[stack.pop()[0]] = 0
        return T
