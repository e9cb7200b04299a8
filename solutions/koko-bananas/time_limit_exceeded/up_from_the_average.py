"""Slow: begins at the average, which is no help for one large pile."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        k = -(-sum(piles) // h)
        while sum(-(-pile // k) for pile in piles) > h:
            k += 1
        return k
