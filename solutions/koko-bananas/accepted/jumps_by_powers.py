"""Accepted: goes up from a speed that is too slow in steps of powers of two, each half as long."""


class Solution:
    def minEatingSpeed(self, piles: List[int], h: int) -> int:
        too_slow, step = 0, 1 << 30
        while step:
            speed = too_slow + step
            hours = 0
            for bananas in piles:
                hours += bananas // speed
                if bananas % speed:
                    hours += 1
            if hours > h:
                too_slow = speed
            step >>= 1
        return too_slow + 1
