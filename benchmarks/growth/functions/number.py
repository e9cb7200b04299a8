"""Functions of one whole number n, each with its class of time."""

import functools


def formula(n):  # 1
    return n * (n + 1) // 2


def halvings(n):  # log n
    steps = 0
    while n:
        n //= 2
        steps += 1
    return steps


def power_of_squares(n):  # log n
    result, base = 1, 3
    while n:
        if n & 1:
            result = result * base % 1_000_003
        base = base * base % 1_000_003
        n //= 2
    return result


def fibonacci_by_loop(n):  # n
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 1_000_003
    return a


def sieve(n):  # n
    prime = bytearray([1]) * (n + 1)
    for p in range(2, int(n**0.5) + 1):
        if prime[p]:
            prime[p * p :: p] = bytes(len(range(p * p, n + 1, p)))
    return sum(prime)


def harmonic_steps(n):  # n log n
    steps = 0
    for i in range(1, n + 1):
        for _ in range(i, n + 1, i):
            steps += 1
    return steps


def pythagorean(n):  # n^2
    found = 0
    for a in range(1, n):
        for b in range(a, n):
            found += a * a + b * b == n * n
    return found


def pascal(n):  # n^2
    row = [1]
    for _ in range(n):
        row = [1, *((x + y) % 1_000_003 for x, y in zip(row, row[1:])), 1]
    return row[n // 2]


def cube_of_loops(n):  # n^3
    found = 0
    for a in range(n):
        for b in range(n):
            for c in range(n):
                found += a + b == c
    return found


def fibonacci_by_recursion(n):  # 2^n
    return n if n < 2 else fibonacci_by_recursion(n - 1) + fibonacci_by_recursion(n - 2)


def towers(n):  # 2^n
    return 1 if n < 2 else towers(n - 1) + 1 + towers(n - 1)


def queens(n):  # 2^n
    def place(row, columns, falling, rising):
        if row == n:
            return 1
        ways = 0
        for column in range(n):
            if column not in columns and row - column not in falling and row + column not in rising:
                ways += place(
                    row + 1, columns | {column}, falling | {row - column}, rising | {row + column}
                )
        return ways

    return place(0, frozenset(), frozenset(), frozenset())


def brackets(n):  # 2^n
    made = []

    def grow(text, opened, closed):
        if closed == n:
            made.append(text)
        if opened < n:
            grow(text + "(", opened + 1, closed)
        if closed < opened:
            grow(text + ")", opened, closed + 1)

    grow("", 0, 0)
    return len(made)


@functools.lru_cache(maxsize=None)
def _stairs(n):
    return 1 if n < 2 else (_stairs(n - 1) + _stairs(n - 2)) % 1_000_003


def stairs_remembered(n):  # n
    for m in range(0, n, 100):
        _stairs(m)
    return _stairs(n)
