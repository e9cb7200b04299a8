"""Accepted: columns and diagonals as bits, a generator inside; from right to left."""


class Solution:
    def solveNQueens(self, n):
        def rows(columns, rising, falling):
            if columns == (1 << n) - 1:
                yield []
            free = ~(columns | rising | falling)
            for c in range(n):
                if free >> c & 1:
                    bit = 1 << c
                    for rest in rows(columns | bit, (rising | bit) >> 1, (falling | bit) << 1):
                        yield ["." * c + "Q" + "." * (n - 1 - c)] + rest

        return list(rows(0, 0, 0))
