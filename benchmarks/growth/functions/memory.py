"""Functions of a list of n whole numbers in no order, each with its class of memory."""

from collections import Counter


def sum_in_place(a):  # 1
    total = 0
    for x in a:
        total += x
    return total


def two_ends(a):  # 1
    low, high = 0, len(a) - 1
    while low < high:
        low, high = low + 1, high - 1
    return low


def sorted_in_place_by_heap(a):  # 1
    for end in range(len(a) // 2 - 1, -1, -1):
        at = end
        while 2 * at + 1 < len(a):
            child = 2 * at + 1
            if child + 1 < len(a) and a[child + 1] > a[child]:
                child += 1
            if a[at] >= a[child]:
                break
            a[at], a[child] = a[child], a[at]
            at = child
    return a[0]


def generator_all_along(a):  # 1
    return sum(x * x for x in a if x % 2)


def halves_by_index(a):  # log n
    def total(start, end):
        if end - start == 1:
            return a[start]
        middle = (start + end) // 2
        return total(start, middle) + total(middle, end)

    return total(0, len(a))


def copied(a):  # n
    b = a[:]
    b.sort()
    return b[0]


def table_of_counts(a):  # n
    return len(Counter(a))


def set_of_all(a):  # n
    return len(set(a))


def prefix_sums(a):  # n
    sums = [0]
    for x in a:
        sums.append(sums[-1] + x)
    return sums[-1]


def linked_list(a):  # n
    head = None
    for x in a:
        head = (x, head)
    steps = 0
    while head:
        head = head[1]
        steps += 1
    return steps


def merge_sort(a):  # n
    if len(a) < 2:
        return a
    left, right = merge_sort(a[: len(a) // 2]), merge_sort(a[len(a) // 2 :])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def square_table(a):  # n^2
    table = [[0] * len(a) for _ in a]
    for i, x in enumerate(a):
        table[i][i] = x
    return sum(table[i][i] for i in range(len(a)))


def all_prefixes(a):  # n^2
    return len([a[:i] for i in range(len(a))])


def pairs_in_a_dict(a):  # n^2
    sums = {}
    for i, x in enumerate(a):
        for j, y in enumerate(a):
            sums[i, j] = x + y
    return len(sums)
