"""Graphs and a trie: what can be seen of an input, and rare bugs that hang on it."""

from collections.abc import Iterator
from typing import Any

from tests.planted.table import Sight, Table, answer


def maps(grid: list[list[str]]) -> Sight:
    rows, columns = len(grid), len(grid[0])
    land = {(i, j) for i in range(rows) for j in range(columns) if grid[i][j] == "1"}
    sizes, left = [], set(land)
    while left:
        island, size = [left.pop()], 0
        while island:
            i, j = island.pop()
            size += 1
            for near in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                if near in left:
                    left.remove(near)
                    island.append(near)
        sizes.append(size)
    corners = {(0, 0), (0, columns - 1), (rows - 1, 0), (rows - 1, columns - 1)}
    return {
        "rows": rows,
        "columns": columns,
        "land": len(land),
        "water": rows * columns - len(land),
        "answer": len(sizes),
        "largest": max(sizes, default=0),
        "single": sizes.count(1),
        "corners": len(corners & land),
        "first": grid[0][0],
        "last": grid[-1][-1],
        "slant": any(
            (i + 1, j + 1) in land and not {(i + 1, j), (i, j + 1)} & land for i, j in land
        ),
        "back": any(
            (i + 1, j - 1) in land and not {(i + 1, j), (i, j - 1)} & land for i, j in land
        ),
        "border": sum(i in (0, rows - 1) or j in (0, columns - 1) for i, j in land),
        "full": sum("0" not in row for row in grid),
        "mirror": grid == grid[::-1],
    }


def courses(**given: Any) -> Sight:
    n, pairs = given["numCourses"], [tuple(pair) for pair in given["prerequisites"]]
    order = answer("course-schedule", given)
    after: dict[int, set[int]] = {course: set() for course in range(n)}
    for a, b in pairs:
        after[b].add(a)
    level = dict.fromkeys(range(n), 1)
    for course in order:
        for later in after[course]:
            level[later] = max(level[later], level[course] + 1)
    needs = [sum(a == course for a, _ in pairs) for course in range(n)]
    named = {course for pair in pairs for course in pair}
    return {
        "n": n,
        "pairs": pairs,
        "m": len(pairs),
        "possible": bool(order),
        "longest": max(level.values()) if order else 0,
        "roots": needs.count(0),
        "leaves": sum(not later for later in after.values()),
        "alone": n - len(named),
        "most": max(needs),
        "gives": max(map(len, after.values())),
        "both": any((b, a) in pairs for a, b in pairs),
        "rising": all(a > b for a, b in pairs),
        "falling": all(a < b for a, b in pairs),
    }


def networks(**given: Any) -> Sight:
    times, n, k = given["times"], given["n"], given["k"]
    near: dict[int, list[tuple[int, int]]] = {node: [] for node in range(1, n + 1)}
    for u, v, w in times:
        near[u].append((v, w))
    hops, waiting = {k: 0}, [k]
    for node in waiting:
        for v, _ in near[node]:
            if v not in hops:
                hops[v] = hops[node] + 1
                waiting.append(v)
    weights = [w for _, _, w in times]
    return {
        "n": n,
        "k": k,
        "m": len(times),
        "answer": answer("network-delay", given),
        "reached": len(hops),
        "hops": max(hops.values()),
        "free": weights.count(0),
        "most": max(weights, default=0),
        "least": min(weights, default=0),
        "different": len(set(weights)),
        "two_ways": sum([v, u] in [time[:2] for time in times] for u, v, _ in times) // 2,
        "back": any(v == k for _, v, _ in times),
        "starts": len(near[k]),
        "ends": sum(not cables for cables in near.values()),
    }


def tries(calls: list[str], arguments: list[list[str]]) -> Iterator[Sight]:
    words: list[str] = []
    asked: list[str] = []
    for index, (name, values) in enumerate(zip(calls[1:], arguments[1:], strict=True), 1):
        text = values[0]
        if name == "insert":
            words.append(text)
            continue
        if index <= 200:
            known = set(words)
            yield {
                "index": index,
                "search": name == "search",
                "text": text,
                "n": len(text),
                "there": text in known,
                "prefix": any(word.startswith(text) for word in words),
                "below": sum(word.startswith(text) for word in known),
                "above": sum(text.startswith(word) for word in known),
                "words": len(known),
                "times": words.count(text),
                "again": asked.count(text),
                "last": words[-1] if words else None,
                "first": words[0] if words else None,
                "inside": any(text in word[1:] for word in words),
                "letters": len(set(text)),
            }
        asked.append(text)


TABLES = [
    Table(
        "number-of-islands",
        maps,
        [
            ("rows == {}", [*range(1, 15)]),
            ("columns == {}", [*range(1, 15)]),
            ("rows == columns == {}", [*range(1, 6)]),
            ("rows == 1 and columns == {}", [*range(1, 10)]),
            ("columns == 1 and rows == {}", [*range(1, 10)]),
            ("answer == {}", [*range(13)]),
            ("land == {}", [*range(1, 15)]),
            ("water == {}", [*range(12)]),
            ("water == 0 and land > {}", [1, 4, 9]),
            ("answer == land > {}", [1, 2, 4]),
            ("answer == 1 and water > {}", [1, 4, 9]),
            ("largest == {}", [*range(1, 14)]),
            ("single == {}", [*range(1, 7)]),
            ("single == 0 and answer > {}", [0, 1, 2]),
            ("corners == {}", [0, 1, 2, 3, 4]),
            ("corners == 4 and water > {}", [0, 2, 5]),
            ("first == '1' and answer == {}", [1, 2, 3, 5]),
            ("last == '1' and answer == {}", [1, 2, 3, 5]),
            ("first == last == '0' and land > {}", [0, 3, 8]),
            ("slant and answer == {}", [2, 3, 4, 5]),
            ("back and answer == {}", [1, 2, 3, 4, 5]),
            ("slant and back and rows == {}", [2, 3, 4, 5]),
            ("border == 0 and land > {}", [0, 1, 2]),
            ("border == land > {}", [2, 4, 6]),
            ("full == {}", [1, 2, 3]),
            ("mirror and rows > {} and answer > 1", [1, 2, 3]),
            ("rows > columns > {} and answer > 1", [1, 2, 3]),
            ("columns > rows > {} and answer > 1", [1, 2, 3]),
        ],
    ),
    Table(
        "course-schedule",
        courses,
        [
            ("n == {}", [*range(1, 26)]),
            ("n == {} and not possible", [*range(2, 10)]),
            ("m == {}", [*range(20)]),
            ("m == 0 and n == {}", [1, 2, 3, 5]),
            ("longest == {}", [*range(1, 9)]),
            ("longest == n > {}", [1, 2, 3, 4]),
            ("roots == {}", [*range(7)]),
            ("roots == 0 and n > {}", [1, 2, 3]),
            ("roots == 1 and possible and n > {}", [2, 3, 5]),
            ("leaves == {}", [*range(7)]),
            ("leaves == 1 and possible and n > {}", [2, 3, 5]),
            ("alone == {}", [*range(7)]),
            ("alone and not possible and n > {}", [2, 4, 7]),
            ("most == {}", [*range(7)]),
            ("gives == {}", [*range(7)]),
            ("both and n > {}", [1, 3, 6]),
            ("not possible and not both and n > {}", [2, 4, 6]),
            ("not possible and m == {}", [2, 3, 4, 6]),
            ("rising and longest > {}", [1, 2, 3]),
            ("falling and longest > {}", [1, 2, 3]),
            ("possible and pairs and pairs[0][0] == {}", [0, 1, 2, 5]),
            ("possible and (0, {}) in pairs", [1, 2, 3, 5]),
            ("possible and ({}, 0) in pairs", [1, 2, 3, 5]),
            ("possible and m > n > {}", [3, 5, 8]),
            ("possible and pairs == sorted(pairs) and m > {}", [2, 3, 4]),
            ("possible and any(a == n - 1 for a, _ in pairs) and n > {}", [2, 5, 9]),
            ("possible and any(b == n - 1 for _, b in pairs) and n > {}", [2, 5, 9]),
        ],
    ),
    Table(
        "network-delay",
        networks,
        [
            ("n == {}", [*range(1, 21)]),
            ("k == {}", [*range(1, 11)]),
            ("k == n > {}", [1, 2, 4]),
            ("k == 1 and n > {}", [1, 3, 5]),
            ("m == {}", [*range(20)]),
            ("answer == {}", [*range(-1, 15)]),
            ("answer == 0 and n > {}", [0, 1, 2]),
            ("answer < 0 and n == {}", [*range(2, 9)]),
            ("answer < 0 and n - reached == {}", [1, 2, 3]),
            ("reached == 1 < n and m > {}", [-1, 0, 1]),
            ("hops == {}", [*range(8)]),
            ("hops == n - 1 > {}", [1, 2, 3]),
            ("hops == 1 and n > {}", [2, 3, 4]),
            ("free == {}", [*range(1, 5)]),
            ("free == m > {}", [0, 1, 2]),
            ("free and answer > {}", [1, 4, 9]),
            ("most == {}", [1, 2, 3, 5, 8, 10]),
            ("answer == most and n > {}", [2, 3, 5]),
            ("answer > most and n > {}", [2, 3, 5]),
            ("least > 1 and n > {}", [2, 3, 5]),
            ("different == 1 and m > {}", [1, 3, 5]),
            ("different == m > {}", [2, 3, 4]),
            ("two_ways == {}", [1, 2, 3]),
            ("back and answer > {}", [0, 3, 9]),
            ("starts == {}", [*range(6)]),
            ("starts == n - 1 > {}", [1, 2, 3]),
            ("ends == {}", [*range(6)]),
            ("ends == 0 and n > {}", [1, 2, 3]),
            ("answer > {}", [20, 50, 100]),
            ("m > 2 * n > {}", [6, 10]),
        ],
    ),
    Table(
        "implement-trie",
        tries,
        [
            ("index == {}", [*range(1, 31)]),
            ("search and n == {}", [*range(1, 10)]),
            ("not search and n == {}", [*range(1, 10)]),
            ("there and n == {}", [*range(1, 10)]),
            ("search and there and words == {}", [*range(1, 8)]),
            ("search and prefix and not there and n == {}", [*range(1, 6)]),
            ("search and prefix and not there and words == {}", [*range(1, 6)]),
            ("not search and there and below == {}", [1, 2, 3]),
            ("not search and prefix and not there and below == {}", [1, 2, 3]),
            ("not prefix and above == {}", [1, 2, 3]),
            ("not prefix and above and words == {}", [1, 2, 3, 4]),
            ("search and there and above == {}", [2, 3]),
            ("times == {}", [2, 3]),
            ("times > 1 and words == {}", [1, 2, 3]),
            ("again == {}", [1, 2, 3]),
            ("again and search and not there and n == {}", [1, 2, 3]),
            ("words == 0 and n == {}", [1, 2, 3]),
            ("words == {}", [*range(1, 8)]),
            ("text == last and words > {}", [1, 2, 3]),
            ("text == first and words > {}", [1, 2, 3]),
            ("inside and not prefix and n == {}", [1, 2, 3]),
            ("letters == 1 < n and {}", ["there", "not there", "search", "not search"]),
            ("letters == {}", [2, 3, 4, 5]),
            ("text[0] == {!r} and prefix", [*"abcmz"]),
            ("text[-1] == {!r} and search and prefix", [*"abcz"]),
            ("text == {!r} and there", ["a", "b", "ab", "ba", "aa", "aab"]),
            ("text == text[::-1] and n > 2 and {}", ["there", "prefix", "not prefix"]),
            ("n > {} and prefix", [10, 20, 50, 100]),
            ("last and text == last[:-1] and words > {}", [1, 2]),
        ],
    ),
]
