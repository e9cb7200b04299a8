"""Accepted: all beginnings of one length at a time, without recursion."""


class Solution:
    def solveNQueens(self, n):
        boards = [[]]
        for r in range(n):
            boards = [
                b + [c]
                for b in boards
                for c in range(n)
                if all(c not in (q, q + r - i, q - r + i) for i, q in enumerate(b))
            ]
        return [["." * c + "Q" + "." * (n - 1 - c) for c in b] for b in boards]
