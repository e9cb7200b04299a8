"""Wrong: as if the rest of an hour could be used: the sum by the hours."""


def min_eating_speed(piles, h):
    return math.ceil(sum(piles) / h)
