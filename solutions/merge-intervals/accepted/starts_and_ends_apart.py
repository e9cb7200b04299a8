"""Accepted: starts and ends sorted apart; tuples are returned."""


class Solution(object):
    def merge(self, intervals):
        """
        :type intervals: List[List[int]]
        :rtype: List[List[int]]
        """
        starts = sorted(i[0] for i in intervals)
        ends = sorted(i[1] for i in intervals)
        ans, first = [], 0
        for i in range(len(starts)):
            if i == len(starts) - 1 or starts[i + 1] > ends[i]:
                ans.append((starts[first], ends[i]))
                first = i + 1
        return ans
