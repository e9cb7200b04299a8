"""Wrong: looks at rows and columns only: 2 gives boards."""
from itertools import permutations


class Solution:
    def solveNQueens(self, n: int) -> List[List[str]]:
        return [["." * c + "Q" + "." * (n - 1 - c) for c in p] for p in permutations(range(n))]
