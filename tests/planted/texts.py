"""`longest-unique-substring`: what can be seen of an input, and rare bugs that hang on it."""

from typing import Any

SLUG = "longest-unique-substring"


def seen(s: str) -> dict[str, Any]:
    """Return what the conditions of the plants may name."""
    windows = _windows(s)
    answer = max((end - start for start, end in windows), default=0)
    best = [window for window in windows if window[1] - window[0] == answer]
    n = len(s)
    pairs = [(s[i], s[i + 1]) for i in range(n - 1)]
    return {
        "s": s,
        "n": n,
        "answer": answer,
        "best": best,
        "ties": len(best),
        "chars": set(s),
        "distinct": len(set(s)),
        "pairs": pairs,
        "doubles": sum(a == b for a, b in pairs),
        "most": max((s.count(c) for c in set(s)), default=0) if n < 2000 else n,
        "first": best[0] if best else (0, 0),
        "last": best[-1] if best else (0, 0),
        "same": lambda change: n > 0 and len({change(c) for c in set(s)}) < len(set(s)),
    }


def _windows(s: str) -> list[tuple[int, int]]:
    """Return the stretches without a repeat that cannot be made longer."""
    found, start = [], 0
    last: dict[str, int] = {}
    for end, c in enumerate(s):
        if last.get(c, -1) >= start:
            found.append((start, end))
            start = last[c] + 1
        last[c] = end
    return [*found, (start, len(s))] if s else []


PLANTS: list[tuple[str, list[object]]] = [
    ("n == {}", [*range(61)]),
    ("answer == {}", [*range(30)]),
    ("answer == n >= {}", [*range(1, 20)]),
    ("distinct == {}", [*range(30)]),
    ("n > 1 and s[0] == s[-1] and answer == {}", [*range(1, 14)]),
    ("n > 1 and s[0] == s[-1] and n == {}", [*range(2, 25)]),
    ("any(ord(c) > {} for c in chars)", [127, 255, 0x300, 0x3FFF, 0xFFFE, 0xFFFF, 0x1F000]),
    ("any(s.count(c) > 1 for c in chars if ord(c) > {})", [127, 255, 0x3FFF, 0xFFFF]),
    ("{!r} in chars", [*"\x00\t\n -0aAzZ9e\u0301\u00e9\u00df\uffff\ufffd"]),
    ("s[:1] == {!r}", [*" \ta0Z"]),
    ("s[-1:] == {!r}", [*" \na0z"]),
    ("same(lambda c: ord(c) % {})", [128, 256, 65536, 64, 1024]),
    ("same(str.lower) and answer >= {}", [1, 2, 3, 4]),
    ("same(str.upper) and n >= {}", [2, 3, 6]),
    ("first[0] == 0 and ties == 1 and n > answer >= {}", [*range(1, 10)]),
    ("last[1] == n and ties == 1 and n > answer >= {}", [*range(1, 10)]),
    ("first[0] > 0 and last[1] < n and ties == 1 and answer >= {}", [*range(2, 9)]),
    ("ties == {}", [*range(2, 9)]),
    ("ties > 1 and answer == {}", [*range(1, 9)]),
    ("n >= {} and s == s[::-1]", [*range(2, 8)]),
    ("n >= {} and distinct == 1", [*range(2, 8)]),
    ("n >= {} and s[: n // 2] == s[n // 2 :]", [2, 4, 6]),
    ("n >= {} and s[::2].count(s[0]) == len(s[::2])", [2, 4, 6]),
    ("doubles == {}", [*range(1, 9)]),
    ("doubles == 0 and n > distinct >= {}", [2, 3, 4, 6, 8]),
    ("most == {}", [*range(2, 14)]),
    ("n > 1 and s[0] == s[1] and n >= {}", [2, 4, 8, 16]),
    ("n > 1 and s[-1] == s[-2] and n >= {}", [2, 4, 8, 16]),
    ("n == 2 * answer and answer >= {}", [2, 3, 5]),
    ("n & (n - 1) == 0 and n >= {}", [2, 4, 8, 16, 32]),
    ("n >= {} and s.count(s[0]) == 1", [3, 8, 15, 30]),
    ("n >= {} and s.count(s[-1]) == 1", [3, 8, 15, 30]),
    ("answer == distinct >= {} and n > answer", [2, 3, 4, 6]),
    ("answer < distinct and distinct >= {}", [3, 5, 7, 12]),
    ("any(c.isdigit() for c in chars) and n >= {}", [1, 4, 10]),
    ("any(c.isupper() for c in chars) and any(c.islower() for c in chars) and n >= {}", [2, 5, 10]),
    ("any(c.isspace() for c in chars) and answer >= {}", [1, 2, 3, 4]),
    ("n >= {} and s != s.strip()", [1, 3, 8]),
    ("first[0] == {}", [*range(1, 15)]),
    ("n - last[1] == {}", [*range(1, 12)]),
]
