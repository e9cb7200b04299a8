"""Functions of two lists of n whole numbers each, with the class of time in n."""


def common_items(a, b):  # n
    return len(set(a) & set(b))


def merged(a, b):  # n
    together = []
    a.sort()
    b.sort()
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] < b[j]:
            together.append(a[i])
            i += 1
        else:
            together.append(b[j])
            j += 1
    return len(together)


def inner_product(a, b):  # n
    return sum(x * y for x, y in zip(a, b))


def common_in_lists(a, b):  # n^2
    return sum(x in b for x in a)


def edit_distance(a, b):  # n^2
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def all_products(a, b):  # n^2
    return len([x * y for x in a for y in b])
