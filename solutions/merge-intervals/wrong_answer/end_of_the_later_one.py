"""Wrong: takes the end of the later interval, though the earlier may reach farther: [[0,3],[1,2]] gives [[0,2]]."""


class Solution:
    def merge(self, intervals):
        intervals.sort()
        res = []
        for start, end in intervals:
            if res and start <= res[-1][1]:
                res[-1][1] = end
            else:
                res.append([start, end])
        return res
