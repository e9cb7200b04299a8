"""Reference: row by row, with sets of the columns and diagonals taken.

Time: O(n!), Space: O(n).
"""


def solve_n_queens(n):
    boards, columns = [], []
    rising, falling = set(), set()

    def place(row):
        if row == n:
            boards.append(["." * c + "Q" + "." * (n - 1 - c) for c in columns])
            return
        for c in range(n):
            if c not in columns and row + c not in rising and row - c not in falling:
                columns.append(c)
                rising.add(row + c)
                falling.add(row - c)
                place(row + 1)
                columns.pop()
                rising.remove(row + c)
                falling.remove(row - c)

    place(0)
    return boards
