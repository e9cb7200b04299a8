"""Accepted: the rim in a heap, the lowest first, as for the question on a grid; two classes."""
import heapq


class Rim:
    def __init__(self, height):
        self.heap = [(height[0], 0, 1), (height[-1], len(height) - 1, -1)]
        heapq.heapify(self.heap)

    def lowest(self):
        return heapq.heappop(self.heap)


class Solution:
    def trap(self, height: List[int]) -> int:
        rim, seen, water = Rim(height), {0, len(height) - 1}, 0
        while len(seen) < len(height):
            level, at, step = rim.lowest()
            at += step
            seen.add(at)
            water += max(0, level - height[at])
            heapq.heappush(rim.heap, (max(level, height[at]), at, step))
        return water
