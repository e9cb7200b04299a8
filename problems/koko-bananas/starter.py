class Solution:
    def minEatingSpeed(self, piles: list[int], h: int) -> int:
        # A plain function `def min_eating_speed(piles, h):` is fine too.
        pass
