"""Wrong: sorts by end and merges into the last one, so a long late interval swallows one only."""


class Solution:
    def merge(self, intervals):
        intervals.sort(key=lambda interval: interval[1])
        res = []
        for start, end in intervals:
            if res and start <= res[-1][1]:
                res[-1] = [min(start, res[-1][0]), end]
            else:
                res.append([start, end])
        return res
