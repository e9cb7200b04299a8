"""Functions of a list of n whole numbers in order, each with its class of time."""

from bisect import bisect_left


def middle_item(a):  # 1
    return a[len(a) // 2]


def binary_search(a):  # log n
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < 17:
            low = middle + 1
        else:
            high = middle
    return low


def bisected(a):  # log n
    return bisect_left(a, 17)


def two_pointers(a):  # n
    low, high, best = 0, len(a) - 1, 0
    while low < high:
        best = max(best, a[high] - a[low])
        if (a[low] + a[high]) % 2:
            low += 1
        else:
            high -= 1
    return best


def without_repeats(a):  # n
    kept = []
    for x in a:
        if not kept or kept[-1] != x:
            kept.append(x)
    return len(kept)


def bisected_for_each(a):  # n log n
    return sum(bisect_left(a, 2 * x) for x in a)
