"""Wrong: adds the piles up first and rounds once for each speed."""


def min_eating_speed(piles, h):
    total = sum(piles)
    l, r = 1, max(piles)
    while l < r:
        k = (l + r) // 2
        if math.ceil(total / k) <= h:
            r = k
        else:
            l = k + 1
    return l
