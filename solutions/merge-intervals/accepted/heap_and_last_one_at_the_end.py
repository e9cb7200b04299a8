"""Accepted: a heap of intervals; the last merged one is appended behind the loop. A bare method."""


def merge(self, intervals):
    heapify(intervals)
    left, right = heappop(intervals)
    answer = []
    while intervals:
        start, end = heappop(intervals)
        if start <= right:
            right = max(right, end)
        else:
            answer.append([left, right])
            left, right = start, end
    answer.append([left, right])
    return answer
