"""Accepted: a helper that stops as soon as the hours are too many, after sorting the piles."""


class Solution(object):
    def minEatingSpeed(self, piles, h):
        """
        :type piles: List[int]
        :type h: int
        :rtype: int
        """
        piles.sort(reverse=True)

        def can_finish(speed):
            hours = 0
            for pile in piles:
                full, rest = divmod(pile, speed)
                hours += full + (1 if rest else 0)
                if hours > h:
                    return False
            return True

        lo, hi = 1, piles[0]
        while lo < hi:
            mid = (lo + hi) >> 1
            if can_finish(mid):
                hi = mid
            else:
                lo = mid + 1
        return lo
