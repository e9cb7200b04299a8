"""Crashes: walks on until a warmer day comes, past the end of the list."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        answer = []
        for i, t in enumerate(temperatures):
            j = i + 1
            while temperatures[j] <= t:
                j += 1
            answer.append(j - i)
        return answer
