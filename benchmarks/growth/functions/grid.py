"""Functions of a square table of n times n whole numbers, with the class of time in n."""


def corner(g):  # 1
    return g[0][0] + g[-1][-1]


def trace(g):  # n
    return sum(g[i][i] for i in range(len(g)))


def cheapest_path(g):  # n^2
    row = [0] * len(g)
    for line in g:
        for i, x in enumerate(line):
            row[i] = x + (min(row[i - 1], row[i]) if i else row[i])
    return row[-1]


def turned(g):  # n^2
    return [list(row) for row in zip(*g[::-1])][0][0]


def islands(g):  # n^2
    left = {(i, j) for i, row in enumerate(g) for j, x in enumerate(row) if x % 2}
    found = 0
    while left:
        found += 1
        stack = [left.pop()]
        while stack:
            i, j = stack.pop()
            for near in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if near in left:
                    left.remove(near)
                    stack.append(near)
    return found


def multiplied(g):  # n^3
    columns = list(zip(*g))
    return sum(sum(x * y for x, y in zip(row, column)) for row in g for column in columns)


def all_distances(g):  # n^3
    far = [row[:] for row in g]
    for k in range(len(far)):
        for i in range(len(far)):
            by = far[i][k]
            far[i] = [min(x, by + y) for x, y in zip(far[i], far[k])]
    return far[0][-1]
