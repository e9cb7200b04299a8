"""Slow: chooses n squares of the whole board, rows not excepted."""
from itertools import combinations


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        boards = []
        for queens in combinations(range(n * n), n):
            rows = [q // n for q in queens]
            columns = [q % n for q in queens]
            if len(set(rows)) == len(set(columns)) == n:
                if len({r + c for r, c in zip(rows, columns)}) == n:
                    if len({r - c for r, c in zip(rows, columns)}) == n:
                        boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in columns])
        return boards
