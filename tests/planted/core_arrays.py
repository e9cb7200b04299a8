"""Arrays and two pointers: what can be seen of an input, and rare bugs that hang on it."""

import math
from itertools import pairwise
from typing import Any

from tests.planted.table import Sight, Table, answer, list_families, of_list

SMALL = [*range(-6, 7)]


def two_sum(**given: Any) -> Sight:
    nums, target = given["nums"], given["target"]
    i, j = sorted(answer("two-sum", given))
    return of_list(nums) | {"target": target, "i": i, "j": j, "a": nums[i], "b": nums[j]}


def products(nums: list[int]) -> Sight:
    answers = answer("product-except-self", {"nums": nums})
    whole = math.prod(x for x in nums if x)
    return of_list(nums) | {"answers": answers, "whole": whole, "ones": nums.count(1)}


def container(height: list[int]) -> Sight:
    n = len(height)
    best, pairs = -1, [(0, n - 1)]
    for i, a in enumerate(height if n <= 200 else []):
        for j in range(i + 1, n):
            area = (j - i) * min(a, height[j])
            if area > best:
                best, pairs = area, []
            if area == best:
                pairs.append((i, j))
    i, j = pairs[0]
    return of_list(height) | {
        "answer": answer("container-with-most-water", {"height": height}),
        "best": len(pairs),
        "i": i,
        "j": j,
        "wide": j - i,
        "a": height[i],
        "b": height[j],
    }


def trapped(height: list[int]) -> Sight:
    left = [max(height[: i + 1]) for i in range(len(height))] if len(height) <= 500 else height
    right = [max(height[i:]) for i in range(len(height))] if len(height) <= 500 else height
    water = [min(a, b) - c for a, b, c in zip(left, right, height, strict=True)]
    wet = "".join("w" if x else "." for x in water)
    return of_list(height) | {
        "answer": answer("trapping-rain-water", {"height": height}),
        "wet": wet.count("w"),
        "pools": len(wet.replace(".", " ").split()),
        "widest": max(map(len, wet.split(".")), default=0),
        "deepest": max(water),
        "water": water,
    }


def merged(intervals: list[list[int]]) -> Sight:
    pairs = [tuple(pair) for pair in intervals]
    answers = answer("merge-intervals", {"intervals": intervals})
    rising = sorted(pairs)
    return {
        "pairs": pairs,
        "n": len(pairs),
        "left": len(answers),
        "answers": answers,
        "points": sum(a == b for a, b in pairs),
        "equal": len(pairs) - len(set(pairs)),
        "nested": sum(a[1] > b[1] for a, b in pairwise(rising)),
        "touch": sum(a[1] == b[0] for a, b in pairwise(rising)),
        "adjacent": sum(a[1] + 1 == b[0] for a, b in pairwise(rising)),
        "in_order": pairs == rising,
        "low": rising[0][0],
        "high": max(end for _, end in pairs),
        "starts": len({start for start, _ in pairs}),
        "longest": max(b - a for a, b in answers),
    }


TABLES = [
    Table(
        "two-sum",
        two_sum,
        [
            *(one for one in list_families(SMALL, 2) if "distinct == 1" not in one[0]),
            ("i == {}", [*range(12)]),
            ("j == {}", [*range(1, 14)]),
            ("j - i == {}", [*range(1, 11)]),
            ("target == {}", [*range(-12, 13)]),
            ("i == 0 and j == n - 1 > {}", [1, 3, 6]),
            ("j == n - 1 and i == n - {}", [2, 3, 4]),
            ("a == b and n > {}", [2, 4, 7]),
            ("a < 0 and b < 0 and n > {}", [2, 4, 7]),
            ("a == -b != 0 and n > {}", [2, 4]),
            ("a == 0 and n > {}", [1, 3, 6]),
            ("b == 0 and n > {}", [1, 3, 6]),
            ("target == 2 * first and i > {}", [0, 1]),
            ("any(2 * x == target for x in nums) and a != b and i > {}", [0, 1, 3]),
            ("nums.count(target) and n > {}", [2, 4, 7]),
        ],
    ),
    Table(
        "product-except-self",
        products,
        [
            *list_families([*range(-5, 6)], 2),
            ("answers[0] == {}", [*range(-4, 5)]),
            ("answers[-1] == {}", [*range(-4, 5)]),
            ("zeros == {} and n > 3", [0, 1, 2, 3]),
            ("zeros == 1 and nums[{}] == 0", [0, 1, -1, -2]),
            ("zeros == 2 and nums[0] == nums[{}] == 0", [1, -1]),
            ("negative == {}", [*range(7)]),
            ("negative == n > {}", [1, 2, 3]),
            ("ones == {}", [*range(1, 5)]),
            ("abs(whole) == {}", [1, 2, 4, 6, 8]),
            ("whole < {}", [-10, -100, -1000, -(10**6)]),
            ("whole > {}", [10, 1000, 10**6, 10**9]),
            ("len(set(answers)) == 1 and n > {}", [2, 3, 4]),
            ("zeros == 1 and negative % 2 and n > {}", [2, 4, 6]),
        ],
    ),
    Table(
        "container-with-most-water",
        container,
        [
            *list_families([*range(8)], 2),
            ("answer == {}", [*range(17)]),
            ("best == {}", [1, 2, 3, 4, 6]),
            ("i == {}", [*range(6)]),
            ("n - j == {}", [*range(1, 7)]),
            ("wide == {}", [*range(1, 11)]),
            ("i == 0 and j == n - 1 > {}", [2, 4, 6]),
            ("wide == 1 and n > {}", [2, 3, 4]),
            ("a == b and n > {}", [2, 4, 6]),
            ("a < b and i > {}", [0, 1, 2]),
            ("a > b and n - j > {}", [1, 2, 3]),
            ("high not in (a, b) and n > {}", [3, 5, 8]),
            ("answer > {}", [40, 100, 1000, 10_000]),
        ],
    ),
    Table(
        "trapping-rain-water",
        trapped,
        [
            *list_families([*range(6)]),
            ("answer == {}", [*range(13)]),
            ("wet == {}", [*range(9)]),
            ("pools == {}", [*range(5)]),
            ("widest == {}", [*range(1, 8)]),
            ("deepest == {}", [*range(1, 7)]),
            ("water[1:2] == [{}]", [1, 2, 3]),
            ("n > 3 and water[-2] == {}", [1, 2, 3]),
            ("wet == n - 2 > {}", [0, 1, 2, 4]),
            ("zeros == {} and answer", [*range(1, 6)]),
            ("answer and first == 0 and n > {}", [3, 5, 8]),
            ("answer and last == 0 and n > {}", [3, 5, 8]),
            ("answer > {}", [20, 100, 1000]),
            ("nums.count(high) == 1 and answer and nums.index(high) == {}", [0, 1, 2, 3]),
        ],
    ),
    Table(
        "merge-intervals",
        merged,
        [
            ("n == {}", [*range(1, 41)]),
            ("left == {}", [*range(1, 8)]),
            ("left == n == {}", [*range(1, 7)]),
            ("left == 1 and n == {}", [*range(2, 7)]),
            ("n - left == {}", [*range(1, 7)]),
            ("points == {}", [*range(1, 5)]),
            ("points == n > {}", [1, 2]),
            ("equal == {}", [1, 2, 3]),
            ("nested == {}", [1, 2, 3]),
            ("touch == {}", [1, 2]),
            ("adjacent == {}", [1, 2]),
            ("low == {}", [*range(6)]),
            ("high == {}", [*range(1, 12)]),
            ("in_order and n > {}", [1, 2, 3]),
            ("pairs == sorted(pairs)[::-1] and n > {}", [1, 2, 3]),
            ("starts == 1 and n > {}", [1, 2]),
            ("starts < n and left > {}", [1, 2, 3]),
            ("longest == {}", [*range(8)]),
            ("answers[0][1] == {}", [*range(9)]),
            ("answers[-1][0] == answers[-1][1] and left > {}", [1, 2, 3]),
            ("answers[0][0] == answers[0][1] and left > {}", [1, 2, 3]),
            ("touch and left > {}", [1, 2, 3]),
            ("nested and left > {}", [1, 2, 3]),
            (
                "any(a == b == c for a, b in pairs for c, _ in pairs if c == {}) and n > 1",
                [0, 1, 2],
            ),
            ("high > {}", [99, 999, 9_999]),
            ("pairs[0] == ({0}, {0}) and n > 1", [0, 1, 2]),
            ("pairs[-1][1] == high and n > {}", [2, 4, 6]),
            ("pairs[0][0] == low and not in_order and n > {}", [2, 3, 5]),
        ],
    ),
]
