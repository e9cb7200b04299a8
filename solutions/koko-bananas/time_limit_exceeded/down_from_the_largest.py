"""Slow: begins at the largest pile and goes down as long as it is enough."""


def min_eating_speed(piles, h):
    k = max(piles)
    while k > 1 and sum(-(-pile // (k - 1)) for pile in piles) <= h:
        k -= 1
    return k
