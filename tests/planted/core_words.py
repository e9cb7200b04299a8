"""Texts and dynamic programming: what can be seen of an input, and rare bugs that hang on it."""

from collections import deque
from itertools import pairwise
from typing import Any

from tests.planted.table import Sight, Table, answer, list_families, of_list

CLOSING = {"(": ")", "[": "]", "{": "}"}
PAIRS = [a + b for a in "()[]{}" for b in "()[]{}"]


def brackets(s: str) -> Sight:
    stack: list[str] = []
    deepest, fault = 0, -1
    for place, mark in enumerate(s):
        if mark in CLOSING:
            stack.append(CLOSING[mark])
        elif not stack or stack.pop() != mark:
            fault = place
            break
        deepest = max(deepest, len(stack))
    return {
        "s": s,
        "n": len(s),
        "valid": fault < 0 and not stack,
        "fault": fault,
        "open": len(stack) if fault < 0 else -1,
        "deepest": deepest,
        "kinds": len({CLOSING.get(mark, mark) for mark in s}),
        "pairs": [a + b for a, b in pairwise(s)],
        "flat": sum(a + b in ("()", "[]", "{}") for a, b in pairwise(s)),
        "even": all(s.count(a) == s.count(b) for a, b in CLOSING.items()),
    }


def coins(**given: Any) -> Sight:
    nums, amount = given["coins"], given["amount"]
    usable = sorted({coin for coin in nums if coin <= amount}, reverse=True)
    left, greedy = amount, 0
    for coin in usable:
        greedy += left // coin
        left %= coin
    return of_list(nums) | {
        "amount": amount,
        "answer": answer("coin-change", given),
        "greedy": greedy if left == 0 else -1,
        "usable": len(usable),
        "divides": sum(amount % coin == 0 for coin in usable),
    }


def rising(nums: list[int]) -> Sight:
    longest, ways = [1] * len(nums), [1] * len(nums)
    for i, x in enumerate(nums if len(nums) <= 300 else []):
        for j in range(i):
            if nums[j] < x and longest[j] + 1 >= longest[i]:
                ways[i] = ways[j] + (ways[i] if longest[j] + 1 == longest[i] else 0)
                longest[i] = longest[j] + 1
    most = answer("longest-increasing-subsequence", {"nums": nums})
    return of_list(nums) | {
        "answer": most,
        "end": longest.index(most) if most in longest else -1,
        "ends": longest.count(most),
        "ways": sum(many for many, size in zip(ways, longest, strict=True) if size == most),
        "equal": sum(a == b for a, b in pairwise(nums)),
    }


def breaks(**given: Any) -> Sight:
    s, words = given["s"], given["wordDict"]
    ways = [1] + [0] * len(s)
    fewest: list[float] = [0.0] + [float("inf")] * len(s)
    used: set[str] = set()
    for end in range(1, len(s) + 1):
        for word in words:
            if s.endswith(word, 0, end) and ways[end - len(word)]:
                ways[end] += ways[end - len(word)]
                fewest[end] = min(fewest[end], fewest[end - len(word)] + 1)
                used.add(word)
    return {
        "s": s,
        "n": len(s),
        "words": words,
        "m": len(words),
        "answer": ways[-1] > 0,
        "ways": ways[-1],
        "fewest": fewest[-1],
        "reach": max(place for place, way in enumerate(ways) if way),
        "longest": max(map(len, words)),
        "shortest": min(map(len, words)),
        "single": sum(len(word) == 1 for word in words),
        "unused": len(words) - len(used),
        "inside": sum(word in s for word in words),
        "letters": len(set(s)),
        "nested": sum(a != b and b.startswith(a) for a in words for b in words)
        if len(words) < 60
        else 0,
        "backward": s[::-1] in words,
    }


def edits(**given: Any) -> Sight:
    a, b = given["word1"], given["word2"]
    before = _shared_start(a, b)
    after = _shared_start(a[::-1], b[::-1])
    return {
        "a": a,
        "b": b,
        "n": len(a),
        "m": len(b),
        "answer": answer("edit-distance", given),
        "before": before,
        "after": after,
        "shared": len(set(a) & set(b)),
        "swaps": sum(a[i : i + 2] == b[i : i + 2][::-1] != b[i : i + 2] for i in range(len(a) - 1)),
        "letters": len(set(a + b)),
    }


def _shared_start(a: str, b: str) -> int:
    return next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )


def ladders(**given: Any) -> Sight:
    begin, end, words = given["beginWord"], given["endWord"], given["wordList"]
    seen, waiting = {begin: 1}, deque([begin])
    while waiting:
        word = waiting.popleft()
        for other in words:
            if other not in seen and sum(x != y for x, y in zip(word, other, strict=True)) == 1:
                seen[other] = seen[word] + 1
                waiting.append(other)
    levels = list(seen.values())
    return {
        "begin": begin,
        "end": end,
        "words": words,
        "n": len(words),
        "width": len(begin),
        "answer": seen.get(end, 0) if end in words else 0,
        "apart": sum(x != y for x, y in zip(begin, end, strict=True)),
        "home": begin in words,
        "missing": end not in words,
        "reached": len(seen),
        "starts": levels.count(2),
        "deepest": max(levels),
        "widest": max(levels.count(level) for level in set(levels)),
        "letters": len(set("".join(words))),
    }


TABLES = [
    Table(
        "valid-parentheses",
        brackets,
        [
            ("n == {}", [*range(1, 41)]),
            ("valid and n == {}", [*range(2, 31, 2)]),
            ("deepest == {}", [*range(9)]),
            ("valid and deepest == {}", [*range(1, 8)]),
            ("valid and deepest * 2 == n > {}", [2, 4, 6]),
            ("valid and deepest == 1 and n > {}", [2, 4, 6]),
            ("kinds == {}", [1, 2, 3]),
            ("valid and kinds == {}", [1, 2, 3]),
            ("fault == {}", [*range(12)]),
            ("fault == n - 1 > {}", [0, 1, 3, 7]),
            ("open == {}", [*range(1, 7)]),
            ("open == n > {}", [0, 1, 2]),
            ("open == 1 and n > {}", [1, 3, 7]),
            ("fault == 0 and s[0] == {!r}", [*")]}"]),
            ("s[0] == {!r} and valid and n > 2", [*"([{"]),
            ("s[-1] == {!r} and valid and n > 2", [*")]}"]),
            ("s[-1] == {!r} and n > 2", [*"([{"]),
            ("{!r} in pairs", PAIRS),
            ("{!r} in pairs and valid", [p for p in PAIRS if p[0] in ")]}" or p[1] in "([{"]),
            ("{!r} in pairs and fault > 1", PAIRS),
            ("s.count({!r}) == 1 and n > 2", [*"()[]{}"]),
            ("even and not valid and n > {}", [2, 4, 6]),
            ("even and fault == n // 2 and n > {}", [2, 3]),
            ("flat == {}", [*range(7)]),
            ("flat == {} and not valid", [*range(5)]),
            ("valid and len(set(s)) == 2 and n > {}", [2, 4]),
            ("valid and s == s[:2] * (n // 2) and n > {}", [2, 3]),
            ("n % 2 and fault > {}", [0, 1, 2, 4]),
        ],
    ),
    Table(
        "coin-change",
        coins,
        [
            *list_families([*range(1, 11)], most=12),
            ("amount == {}", [*range(31)]),
            ("answer == {}", [*range(-1, 13)]),
            ("answer < 0 and amount == {}", [*range(1, 12)]),
            ("answer < 0 and usable == {}", [0, 1, 2, 3]),
            ("answer == 0 and n == {}", [1, 2, 3]),
            ("answer == 1 and n > {}", [1, 2, 3]),
            ("0 < answer < greedy and n > {}", [1, 2, 3]),
            ("greedy < 0 < answer and n > {}", [1, 2, 3]),
            ("usable == {} < n", [0, 1, 2, 3]),
            ("amount in nums and n > {}", [1, 2, 4]),
            ("amount == low - {}", [1, 2]),
            ("amount == high + low and n > {}", [1, 2]),
            ("divides == {}", [*range(5)]),
            ("divides == 0 < answer and n > {}", [1, 2, 3]),
            ("1 not in nums and answer > {}", [1, 2, 4]),
            ("low == 1 and answer > {}", [1, 3, 6]),
            ("high > {}", [100, 10_000, 2**30]),
        ],
    ),
    Table(
        "longest-increasing-subsequence",
        rising,
        [
            *list_families([*range(-5, 6)]),
            ("answer == {}", [*range(1, 12)]),
            ("answer == {} < n", [*range(1, 8)]),
            ("answer == n > {}", [1, 2, 3, 4]),
            ("answer == distinct < n and n > {}", [2, 4, 6]),
            ("ends == {}", [*range(1, 7)]),
            ("ways == {}", [*range(1, 9)]),
            ("end == {}", [*range(12)]),
            ("end == n - 1 > {} and answer < n", [1, 3, 6]),
            ("equal == {}", [*range(1, 5)]),
            ("equal and answer == {}", [1, 2, 3, 4]),
            ("end < n - {} and answer > 1", [1, 2, 4]),
            ("nums.index(low) > end and n > {}", [1, 3, 5]),
        ],
    ),
    Table(
        "word-break",
        breaks,
        [
            ("n == {}", [*range(1, 31)]),
            ("m == {}", [*range(1, 11)]),
            ("answer and n == {}", [*range(1, 16)]),
            ("not answer and reach == {}", [*range(8)]),
            ("not answer and n - reach == {}", [*range(1, 6)]),
            ("ways == {}", [*range(1, 7)]),
            ("ways > {}", [8, 20, 100]),
            ("fewest == {}", [*range(1, 9)]),
            ("fewest == 1 and n == {}", [1, 2, 3, 4]),
            ("longest == {}", [*range(1, 9)]),
            ("shortest == {}", [*range(1, 6)]),
            ("shortest > 1 and answer and n > {}", [3, 5, 8]),
            ("longest > n > {}", [0, 1, 3]),
            ("longest == n and not answer and n > {}", [0, 1, 2]),
            ("single == {}", [*range(5)]),
            ("single == m == {}", [1, 2]),
            ("unused == {} and answer", [*range(5)]),
            ("unused == m > {}", [0, 1, 3]),
            ("inside == m > {} and not answer", [0, 1, 2]),
            ("inside == 0 and m > {}", [0, 1, 2]),
            ("letters == {}", [*range(1, 6)]),
            ("letters == 1 and not answer and n > {}", [0, 2, 4]),
            ("nested == {}", [*range(5)]),
            ("nested and answer and n > {}", [2, 5, 9]),
            ("backward and not answer and m > {}", [0, 1]),
            ("s in words and m > {}", [0, 1, 3]),
            ("s == s[::-1] and n > {}", [1, 2, 4]),
            ("words[0] == s[:len(words[0])] and not answer and m > {}", [0, 1, 3]),
            ("words[-1] == s[-len(words[-1]):] and answer and m > {}", [0, 1, 3]),
            ("s[:1] * n == s and n == {}", [*range(1, 7)]),
        ],
    ),
    Table(
        "edit-distance",
        edits,
        [
            ("n == {}", [*range(16)]),
            ("m == {}", [*range(16)]),
            ("answer == {}", [*range(12)]),
            ("n == m == {}", [*range(9)]),
            ("n - m == {}", [*range(-6, 7)]),
            ("n == 0 and m == {}", [*range(5)]),
            ("m == 0 and n == {}", [*range(5)]),
            ("answer == 0 and n > {}", [0, 1, 3]),
            ("answer == max(n, m) > {}", [1, 2, 4]),
            ("answer == abs(n - m) > {}", [0, 1, 2]),
            ("answer == 1 and n == m > {}", [1, 2, 4]),
            ("answer == 2 and n == m > {}", [1, 2, 4]),
            ("before == {}", [*range(1, 7)]),
            ("after == {}", [*range(1, 7)]),
            ("before == n < m and n > {}", [0, 1, 2]),
            ("after == n < m and n > {}", [0, 1, 2]),
            ("before == m < n and m > {}", [0, 1, 2]),
            ("after == m < n and m > {}", [0, 1, 2]),
            ("before and after and answer > {}", [0, 1, 2]),
            ("shared == 0 and n and m > {}", [0, 1, 3]),
            ("shared == {}", [*range(1, 5)]),
            ("swaps == {}", [1, 2]),
            ("swaps and answer == {}", [2, 3, 4]),
            ("a == b[::-1] != b and n > {}", [1, 2]),
            ("sorted(a) == sorted(b) and a != b and n > {}", [1, 2, 3]),
            ("len(set(a)) == 1 and m > 1 and n > {}", [1, 2]),
            ("a[:1] == b[-1:] and n > {}", [1, 3]),
            ("a in b and n and m - n > {}", [0, 1, 2]),
            ("letters == {}", [*range(1, 8)]),
        ],
    ),
    Table(
        "word-ladder",
        ladders,
        [
            ("n == {}", [*range(1, 31)]),
            ("width == {}", [*range(1, 7)]),
            ("answer == {}", [0, *range(2, 10)]),
            ("answer == 0 and n == {}", [*range(1, 10)]),
            ("answer == 2 and n > {}", [0, 2, 5]),
            ("answer == apart + {}", [1, 2, 3]),
            ("answer > apart + 1 and n > {}", [3, 5, 8]),
            ("apart == {}", [*range(1, 5)]),
            ("apart == width > {}", [1, 2, 3]),
            ("home and answer == {}", [0, 2, 3, 4]),
            ("home and words[0] == begin and n > {}", [1, 3, 6]),
            ("home and words[-1] == begin and n > {}", [1, 3, 6]),
            ("missing and apart == {}", [1, 2, 3]),
            ("missing and reached > {}", [1, 3, 6]),
            ("not missing and answer == 0 and reached == {}", [1, 2, 3]),
            ("words[0] == end and answer > {}", [0, 2, 4]),
            ("words[-1] == end and answer > {}", [0, 2, 4]),
            ("reached == {}", [*range(1, 10)]),
            ("starts == {}", [*range(6)]),
            ("starts == 1 and answer == {}", [3, 4, 5]),
            ("deepest == {}", [*range(1, 9)]),
            ("deepest > answer > {}", [0, 2, 3]),
            ("widest == {}", [*range(1, 7)]),
            ("letters == {}", [*range(1, 7)]),
            ("begin == end[::-1] and n > {}", [0, 3]),
            ("begin > end and answer > {}", [0, 2, 4]),
            ("words == sorted(words) and n > {}", [1, 3, 5]),
            ("answer == n + 1 > {}", [1, 2, 3]),
            ("answer == n > {}", [2, 3]),
        ],
    ),
]
