"""Memory-hungry: makes a list of all speeds, to bisect it."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        speeds = list(range(1, max(piles) + 1))
        l, r = 0, len(speeds) - 1
        while l < r:
            m = (l + r) // 2
            if sum(math.ceil(p / speeds[m]) for p in piles) <= h:
                r = m
            else:
                l = m + 1
        return speeds[l]
