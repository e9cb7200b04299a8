"""Slow: looks through all later days for each day: O(n^2)."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        answer = []
        for i in range(len(temperatures)):
            days = 0
            for j in range(i + 1, len(temperatures)):
                if temperatures[j] > temperatures[i]:
                    days = j - i
                    break
            answer.append(days)
        return answer
