"""Wrong: collects in a set, whose order is not that of the starts."""


class Solution:
    def merge(self, intervals: List[List[int]]) -> List[List[int]]:
        intervals.sort()
        done = set()
        start, end = intervals[0]
        for a, b in intervals:
            if a > end:
                done.add((start, end))
                start, end = a, b
            end = max(end, b)
        done.add((start, end))
        return [list(pair) for pair in sorted(done, key=lambda pair: str(pair))]
