"""Crashes: looks at the last merged interval before there is one: [[0,1]] is an IndexError."""


class Solution:
    def merge(self, intervals):
        intervals.sort()
        res = []
        for start, end in intervals:
            if start <= res[-1][1]:
                res[-1][1] = max(res[-1][1], end)
            else:
                res.append([start, end])
        return res
