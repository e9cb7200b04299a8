"""Wrong: forgets the hour of what is left of a pile: [3], 2 hours gives 1."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        l, r = 1, max(piles)
        while l < r:
            k = (l + r) // 2
            if sum(p // k for p in piles) <= h:
                r = k
            else:
                l = k + 1
        return l
