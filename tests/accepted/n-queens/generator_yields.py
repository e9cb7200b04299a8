def solveNQueens(n):
    def place(rows):
        if len(rows) == n:
            yield rows
        else:
            for c in range(n):
                if all(c != d and abs(c - d) != len(rows) - r for r, d in enumerate(rows)):
                    yield from place((*rows, c))
    return tuple(tuple(''.join('.Q'[i == c] for i in range(n)) for c in rows) for rows in place(()))
