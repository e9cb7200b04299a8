from bisect import bisect_left
def minEatingSpeed(piles, h):
    return bisect_left(range(1, max(piles)), True, key=lambda k: sum(-(-p // k) for p in piles) <= h) + 1
