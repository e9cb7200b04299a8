"""Hash maps, stacks, heaps, searches: what can be seen of an input, and rare bugs of it."""

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any

from tests.planted.table import Sight, Table, answer, list_families, of_list

SMALL = [*range(-5, 6)]


def anagrams(strs: list[str]) -> Sight:
    groups = Counter("".join(sorted(word)) for word in strs)
    lengths = [len(word) for word in strs]
    return {
        "strs": strs,
        "n": len(strs),
        "groups": len(groups),
        "largest": max(groups.values(), default=0),
        "empty": strs.count(""),
        "longest": max(lengths, default=0),
        "equal": len(strs) - len(set(strs)),
        "lengths": len(set(lengths)),
        "letters": len(set("".join(strs))),
        "alone": sum(count == 1 for count in groups.values()),
        "keys": list(groups),
        "joined": "".join(strs),
    }


def most_frequent(**given: Any) -> Sight:
    nums = given["nums"]
    counts = [count for _, count in Counter(nums).most_common()]
    answers = answer("top-k-frequent", given)
    return of_list(nums) | {
        "k": given["k"],
        "top": counts[0],
        "border": counts[given["k"] - 1],
        "answers": answers,
        "ties": len(counts) - len(set(counts)),
        "counts": counts,
    }


def sums(**given: Any) -> Sight:
    nums = given["nums"]
    passed = list(accumulate(nums, initial=0))
    return of_list(nums) | {
        "k": given["k"],
        "answer": answer("subarray-sum-k", given),
        "total": passed[-1],
        "again": len(passed) - len(set(passed)),
        "single": nums.count(given["k"]),
    }


def runs(nums: list[int]) -> Sight:
    found: list[list[int]] = []
    for x in sorted(set(nums)):
        if found and found[-1][-1] == x - 1:
            found[-1].append(x)
        else:
            found.append([x])
    longest = max(map(len, found), default=0)
    best = next((run for run in found if len(run) == longest), [0])
    return of_list(nums) | {
        "answer": longest,
        "runs": len(found),
        "best": sum(len(run) == longest for run in found),
        "start": best[0],
        "end": best[-1],
        "place": found.index(best) if best in found else -1,
        "doubled": sum(nums.count(x) > 1 for x in best) if len(nums) < 500 else 0,
    }


def days(temperatures: list[int]) -> Sight:
    answers = answer("daily-temperatures", {"temperatures": temperatures})
    return of_list(temperatures) | {
        "answers": answers,
        "longest": max(answers),
        "never": answers.count(0),
        "equal": sum(a == b for a, b in pairwise(temperatures)),
    }


def medians(calls: list[str], arguments: list[list[int]]) -> Iterator[Sight]:
    nums: list[int] = []
    asked, before = 0, ""
    for name, values in zip(calls[1:], arguments[1:], strict=True):
        if name == "add_num":
            nums.append(values[0])
        else:
            asked += 1
            rising = sorted(nums)
            n = len(nums)
            low, high = rising[(n - 1) // 2], rising[n // 2]
            if n <= 200:
                yield of_list(nums) | {
                    "asked": asked,
                    "low_half": low,
                    "high_half": high,
                    "answer": (low + high) / 2,
                    "gap": high - low,
                    "twice": before == name,
                }
        before = name


def rotated(**given: Any) -> Sight:
    nums, target = given["nums"], given["target"]
    return {
        "nums": nums,
        "n": len(nums),
        "target": target,
        "answer": answer("search-rotated", given),
        "turn": nums.index(min(nums)),
        "low": min(nums),
        "high": max(nums),
        "first": nums[0],
        "last": nums[-1],
    }


def bananas(**given: Any) -> Sight:
    piles, h = given["piles"], given["h"]
    speed = answer("koko-bananas", given)
    hours = sum(-(-pile // speed) for pile in piles)
    return of_list(piles) | {
        "h": h,
        "answer": speed,
        "total": sum(piles),
        "spare": h - hours,
        "exact": sum(pile % speed == 0 for pile in piles),
    }


TABLES = [
    Table(
        "group-anagrams",
        anagrams,
        [
            ("n == {}", [*range(31)]),
            ("groups == {}", [*range(9)]),
            ("groups == n == {}", [*range(1, 8)]),
            ("groups == 1 and n == {}", [*range(2, 7)]),
            ("largest == {}", [*range(1, 7)]),
            ("empty == {}", [1, 2, 3]),
            ("empty == n > {}", [1, 2]),
            ("longest == {}", [*range(1, 12)]),
            ("equal == {}", [*range(1, 5)]),
            ("lengths == {}", [*range(1, 5)]),
            ("letters == {}", [*range(1, 8)]),
            ("letters > {}", [10, 15, 20, 25]),
            ("alone == {} < groups", [0, 1, 2, 3]),
            ("{!r} in joined", [*"abcdefghijklmnopqrstuvwxyz"]),
            ("{!r} in keys and groups > 1", ["a", "b", "aa", "ab", "abc", "aab"]),
            ("strs[:1] == [''] and n > {}", [1, 2, 3]),
            ("strs[-1:] == [''] and n > {}", [1, 2, 3]),
            ("n > {} and sorted(strs[0]) == sorted(strs[-1])", [2, 3, 5]),
            ("strs == sorted(strs) and groups > {}", [1, 2, 3]),
            ("any(2 * key in keys for key in keys) and n > {}", [2, 3]),
            ("any(word != word[::-1] and word[::-1] in strs for word in strs) and n > {}", [2, 4]),
            ("any(len(set(w)) == 1 < len(w) for w in strs) and groups > {}", [1, 2, 4]),
            ("equal and largest == {}", [2, 3, 4, 5]),
            ("groups > {} and largest > 2", [2, 3, 4]),
            ("longest > {}", [12, 15, 26, 40]),
        ],
    ),
    Table(
        "top-k-frequent",
        most_frequent,
        [
            *list_families(SMALL),
            ("k == {}", [*range(1, 9)]),
            ("k == distinct == {}", [*range(1, 7)]),
            ("k == n == {}", [*range(1, 6)]),
            ("k == 1 and top == {}", [*range(1, 7)]),
            ("border == {}", [*range(1, 6)]),
            ("top == border == {}", [2, 3]),
            ("ties == {}", [*range(6)]),
            ("{} in answers", SMALL),
            ("{0} in nums and {0} not in answers", SMALL),
            ("first not in answers and last in answers and n > {}", [2, 4, 8]),
            ("high not in answers and low not in answers and n > {}", [4, 8]),
            ("all(x < 0 for x in answers) and k > {}", [0, 1, 2]),
            ("sorted(answers) == list(range(answers[0], answers[0] + k)) and k > {}", [1, 2]),
            ("k > 1 and distinct - k == {}", [1, 2, 3]),
        ],
    ),
    Table(
        "subarray-sum-k",
        sums,
        [
            *list_families(SMALL),
            ("answer == {}", [*range(12)]),
            ("k == {}", [*range(-8, 9)]),
            ("k == {} and answer > 1", [*range(-4, 5)]),
            ("k == total and n > {}", [1, 3, 6]),
            ("total == 0 and n > {}", [1, 3, 6]),
            ("total == {}", [*range(-5, 6)]),
            ("k == first and answer == {}", [1, 2, 3]),
            ("k == last and answer == {}", [1, 2, 3]),
            ("again == {}", [*range(1, 8)]),
            ("single == {} < answer", [0, 1, 2]),
            ("single == answer == {}", [1, 2, 3]),
            ("k == 0 and zeros == {}", [0, 1, 2, 3]),
            ("negative == n and answer > {}", [0, 1]),
            ("k < 0 and answer > {}", [0, 1, 2, 4]),
            ("answer == n > {}", [1, 2, 3]),
            ("answer > n > {}", [1, 2, 4]),
        ],
    ),
    Table(
        "longest-consecutive",
        runs,
        [
            *list_families(SMALL, 0),
            ("answer == {}", [*range(10)]),
            ("runs == {}", [*range(7)]),
            ("best == {}", [*range(1, 6)]),
            ("start == {} and answer > 1", SMALL),
            ("end == {} and answer > 1", SMALL),
            ("place == {} and answer > 1", [0, 1, 2, 3]),
            ("place == runs - 1 == {} and answer > 1", [1, 2, 3]),
            ("answer == distinct > {}", [2, 3, 4]),
            ("answer == n > {}", [2, 3, 4]),
            ("doubled == {} and answer > 1", [1, 2, 3]),
            ("start < 0 < end and answer > {}", [2, 3, 5]),
            ("end == 0 and answer > {}", [1, 2, 3]),
            ("start > {} and answer > 1", [20, 200, 10**6]),
            ("end < {} and answer > 1", [-20, -200, -(10**6)]),
        ],
    ),
    Table(
        "daily-temperatures",
        days,
        [
            *list_families([30, 31, 50, 51, 52, 53, 69, 70, 71, 72, 97, 98, 99, 100]),
            ("longest == {}", [*range(14)]),
            ("never == {}", [*range(1, 12)]),
            ("never == n > {}", [1, 2, 4]),
            ("equal == {}", [*range(7)]),
            ("equal and never == 1 and n > {}", [2, 3, 5]),
            ("answers[0] == {}", [*range(10)]),
            ("answers[0] == n - 1 > {}", [1, 2, 4]),
            ("{0} in answers and longest > {0}", [1, 2, 3, 4, 5, 6]),
            ("answers.count(longest) == {}", [1, 2, 3, 4]),
            ("n > 3 and answers[-2] == {}", [0, 1]),
            ("high - low == {}", [*range(9), 70]),
            ("longest > {}", [15, 20, 40, 60]),
        ],
    ),
    Table(
        "find-median-stream",
        medians,
        [
            *list_families(SMALL),
            ("asked == {}", [*range(1, 13)]),
            ("asked == n == {}", [*range(1, 8)]),
            ("answer == {}", [x / 2 for x in range(-7, 8)]),
            ("twice and n == {}", [*range(1, 8)]),
            ("gap == {}", [*range(1, 7)]),
            ("gap == 0 and n == {}", [2, 4, 6, 8]),
            ("last == low_half == answer and n == {}", [*range(1, 9)]),
            ("last == high_half > answer and n == {}", [2, 4, 6, 8]),
            ("low_half < 0 < high_half and n > {}", [1, 3, 5]),
            ("answer < {}", [-2, -9, -90, -9_000]),
            ("answer > {}", [9, 90, 9_000]),
            ("n % 2 == 0 and asked == {}", [1, 2, 3, 4]),
        ],
    ),
    Table(
        "search-rotated",
        rotated,
        [
            ("n == {}", [*range(1, 41)]),
            ("n == {} and answer < 0", [*range(1, 12)]),
            ("answer == {}", [*range(-1, 14)]),
            ("turn == {}", [*range(12)]),
            ("n - turn == {} < n", [*range(1, 10)]),
            ("answer == turn > {}", [0, 1, 2, 4]),
            ("answer == turn - 1 > {}", [0, 1, 2, 4]),
            ("answer == n - 1 > {}", [1, 2, 4, 8]),
            ("answer == 0 and n > {}", [1, 2, 4, 8]),
            ("answer == (n - 1) // 2 and n > {}", [2, 4, 8]),
            ("answer == n // 2 and n > {}", [1, 3, 7]),
            ("turn == n // 2 and n > {}", [1, 3, 7]),
            ("turn == 0 and answer == {}", [*range(-1, 6)]),
            ("turn == 1 and answer == {}", [*range(-1, 6)]),
            ("turn == n - 1 > {} and answer < 0", [0, 1, 2]),
            ("target == {}", [*range(-6, 7)]),
            ("target == {} and answer > 0", [*range(-4, 5)]),
            ("target < low and turn >= {}", [0, 1, 2]),
            ("target > high and turn >= {}", [0, 1, 2]),
            ("answer < 0 and low < target < first and n > {}", [1, 2, 4]),
            ("answer < 0 and last < target < first and n > {}", [1, 2, 4]),
            ("answer >= 0 and answer < turn and target > {}", [0, 20, 300]),
            ("answer > turn > {}", [0, 1, 2, 4]),
            ("first == {}", [*range(-4, 5)]),
            ("last == {}", [*range(-4, 5)]),
            ("low == 0 and n > {}", [1, 2, 4]),
            ("high < 0 and n > {}", [0, 1, 2]),
            ("high - low == n - 1 > {}", [0, 1, 2]),
            ("high > {}", [90, 900, 9_000]),
        ],
    ),
    Table(
        "koko-bananas",
        bananas,
        [
            *list_families([*range(1, 9)]),
            ("answer == {}", [*range(1, 13)]),
            ("h == {}", [*range(1, 16)]),
            ("h == n > {}", [0, 1, 2, 4]),
            ("h == n + {}", [1, 2, 3, 4]),
            ("h == 2 * n > {}", [1, 3, 6]),
            ("h == total > {}", [1, 3, 6]),
            ("h > total > {}", [1, 3, 6]),
            ("h == total - {}", [1, 2]),
            ("spare == {}", [*range(6)]),
            ("spare == 0 and n > {}", [1, 2, 4]),
            ("exact == n > {}", [0, 1, 2]),
            ("exact == {} < n", [0, 1, 2, 3]),
            ("answer == high and h > n > {}", [0, 1, 2]),
            ("answer == low < high and n > {}", [1, 2, 4]),
            ("answer in nums and answer < high and n > {}", [1, 2, 4]),
            ("total == {}", [*range(1, 20)]),
            ("answer > {}", [20, 200, 10**6]),
        ],
    ),
]
