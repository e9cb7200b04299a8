"""Accepted: the module bisect over a range, with a key."""
from bisect import bisect_left


def minEatingSpeed(piles, h):
    def enough(speed):
        return sum(-(-pile // speed) for pile in piles) <= h

    return bisect_left(range(max(piles) + 1), True, lo=1, key=enough)
