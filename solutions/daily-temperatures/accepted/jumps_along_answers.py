"""Accepted: no stack; jumps along the answers that are already there."""


class Solution:
    def dailyTemperatures(self, temperatures: List[int]) -> List[int]:
        n = len(temperatures)
        hottest = 0
        answer = [0] * n
        for day in range(n - 1, -1, -1):
            if temperatures[day] >= hottest:
                hottest = temperatures[day]
                continue
            wait = 1
            while temperatures[day + wait] <= temperatures[day]:
                wait += answer[day + wait]
            answer[day] = wait
        return answer
