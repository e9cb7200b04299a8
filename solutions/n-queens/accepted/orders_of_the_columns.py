"""Accepted: all orders of the columns, tested at the end; tuples of texts."""
from itertools import permutations


def solveNQueens(n):
    return [
        tuple("".join("Q" if c == q else "." for c in range(n)) for q in order)
        for order in permutations(range(n))
        if n == len({r + q for r, q in enumerate(order)}) == len({r - q for r, q in enumerate(order)})
    ]
