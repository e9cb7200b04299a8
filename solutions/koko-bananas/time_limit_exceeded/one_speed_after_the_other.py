"""Slow: tries 1, 2, 3 and so on: O(n * answer)."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        k = 1
        while True:
            hours = sum(math.ceil(pile / k) for pile in piles)
            if hours <= h:
                return k
            k += 1
