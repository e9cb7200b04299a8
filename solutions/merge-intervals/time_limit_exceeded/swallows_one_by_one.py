"""Slow: compares each interval with all merged ones so far."""


class Solution:
    def merge(self, intervals: List[List[int]]) -> List[List[int]]:
        merged = []
        for start, end in intervals:
            apart = []
            for a, b in merged:
                if a <= end and start <= b:
                    start, end = min(a, start), max(b, end)
                else:
                    apart.append([a, b])
            merged = apart + [[start, end]]
        return sorted(merged)
