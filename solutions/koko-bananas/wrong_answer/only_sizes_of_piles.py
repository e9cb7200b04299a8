"""Wrong: tries only speeds that are the size of some pile."""


def min_eating_speed(piles, h):
    for k in sorted(piles):
        if sum(-(-p // k) for p in piles) <= h:
            return k
