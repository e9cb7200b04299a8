"""Does not load: a line is indented by one space too few."""


class Solution:
    def minEatingSpeed(self, piles, h):
        l, r = 1, max(piles)
        while l < r:
            k = (l + r) // 2
           hours = sum(math.ceil(p / k) for p in piles)
            if hours <= h:
                r = k
            else:
                l = k + 1
        return l
