"""Wrong: marks covered integers in a table, which cannot see the gap between 1 and 2: [[0,1],[2,3]] gives [[0,3]]."""


class Solution:
    def merge(self, intervals: List[List[int]]) -> List[List[int]]:
        last = max(end for _, end in intervals)
        steps = [0] * (last + 2)
        for start, end in intervals:
            steps[start] += 1
            steps[end + 1] -= 1
        res, depth = [], 0
        for point in range(last + 2):
            before, depth = depth, depth + steps[point]
            if before == 0 and depth > 0:
                res.append([point, point])
            if before > 0 and depth == 0:
                res[-1][1] = point - 1
        return res
