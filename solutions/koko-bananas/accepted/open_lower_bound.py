"""Accepted: begins at the least speed that the sum allows; the lower bound is always too slow."""


class Solution:
    def minEatingSpeed(self, piles: List[int], H: int) -> int:
        too_slow = (sum(piles) - 1) // H
        enough = max(piles)
        while enough - too_slow > 1:
            middle = (enough + too_slow) // 2
            if sum((p - 1) // middle + 1 for p in piles) > H:
                too_slow = middle
            else:
                enough = middle
        print(enough)
        return enough
