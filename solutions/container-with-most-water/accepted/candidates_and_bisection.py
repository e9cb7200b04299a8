"""Accepted: for each line the farthest one at least as tall, by bisection among record heights."""
from bisect import bisect_left


def farthest(height):
    records, places = [], []
    best = 0
    for i, h in enumerate(height):
        at = bisect_left(records, h)
        if at < len(records):
            best = max(best, h * (i - places[at]))
        else:
            records.append(h)
            places.append(i)
    return best


class Solution:
    def maxArea(self, height: List[int]) -> int:
        return max(farthest(height), farthest(height[::-1]))


if __name__ == "__main__":
    assert Solution().maxArea([1, 1]) == 1
