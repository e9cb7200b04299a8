"""Linked lists and trees: what can be seen of an input, and rare bugs that hang on it."""

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from tests.planted.table import Family, Sight, Table, list_families, of_list

SMALL = [*range(-5, 6)]
LevelOrder = list[int | None]


def one_list(head: list[int]) -> Sight:
    return of_list(head)


def without(**given: Any) -> Sight:
    head, back = given["head"], given["n"]
    place = len(head) - back
    return of_list(head) | {
        "back": back,
        "place": place,
        "gone": head[place],
        "rest": head[:place] + head[place + 1 :],
    }


def many_lists(lists: list[list[int]]) -> Sight:
    values = sorted(chain.from_iterable(lists))
    lengths = [len(one) for one in lists]
    return of_list(values) | {
        "lists": lists,
        "k": len(lists),
        "empty": lengths.count(0),
        "longest": max(lengths, default=0),
        "shortest": min(lengths, default=0),
        "lengths": len(set(lengths)),
        "shared": len(values) - sum(len(set(one)) for one in lists),
        "single": lengths.count(1),
        "apart": sum(bool(a and b) and a[-1] <= b[0] for a, b in pairwise(lists)),
        "last_list": lists[-1] if lists else None,
        "first_list": lists[0] if lists else None,
        "heads": [one[0] for one in lists if one],
    }


def of_tree(root: LevelOrder) -> Sight:
    """Return what can be seen of any tree in level order."""
    left: set[int] = set()
    right: set[int] = set()
    depth = {0: 0} if root else {}
    waiting = [0] if root else []
    at = 1
    for place in waiting:
        for side in (left, right):
            if at < len(root) and root[at] is not None:
                side.add(place)
                depth[at] = depth[place] + 1
                waiting.append(at)
            at += 1
    widths = [
        list(depth.values()).count(each) for each in range(max(depth.values(), default=-1) + 1)
    ]
    values = [value for value in root if value is not None]
    return of_list(values) | {
        "root": root,
        "height": len(widths),
        "widths": widths,
        "width": max(widths, default=0),
        "leaves": sum(place not in left and place not in right for place in depth),
        "lefts": len(left - right),
        "rights": len(right - left),
        "both": len(left & right),
        "gaps": root.count(None),
    }


def search_tree(root: LevelOrder) -> Sight:
    """Add where the values break the order: `wrong` nodes, and how far above the reason stands."""
    way: dict[int, list[tuple[int, bool]]] = {0: []}
    waiting, at = [0], 1
    wrong, far, equal = [], 0, 0
    for place in waiting:
        value = root[place]
        assert value is not None
        breaks = [
            len(way[place]) - level
            for level, (above, leftwards) in enumerate(way[place])
            if (value >= above if leftwards else value <= above)
        ]
        if breaks:
            wrong.append(place)
            far = max(far, *breaks)
            equal += value in [above for above, _ in way[place]]
        for leftwards in (True, False):
            if at < len(root) and root[at] is not None:
                way[at] = [*way[place], (value, leftwards)]
                waiting.append(at)
            at += 1
    return of_tree(root) | {
        "valid": not wrong,
        "wrong": len(wrong),
        "far": far,
        "equal": equal,
        "depth": min((len(way[place]) for place in wrong), default=-1),
        "side": [way[place][0][1] for place in wrong[:1]],
    }


def round_trips(calls: list[str], arguments: list[list[Any]]) -> Iterator[Sight]:
    read = 0
    for name, values in zip(calls, arguments, strict=True):
        if name == "deserialize":
            read += 1
            number = values[0]["result"]
            yield of_tree(arguments[number][0]) | {
                "read": read,
                "written": calls.count("serialize"),
                "number": calls[:number].count("serialize"),
            }


TREES: list[Family] = [
    *list_families(SMALL, 1),
    ("height == {}", [*range(1, 12)]),
    ("width == {}", [*range(1, 9)]),
    ("leaves == {}", [*range(1, 9)]),
    ("both == {}", [*range(7)]),
    ("lefts == {}", [*range(8)]),
    ("rights == {}", [*range(8)]),
    ("gaps == {}", [*range(8)]),
    ("height == n > {} and not rights", [1, 3, 6, 9]),
    ("height == n > {} and not lefts", [1, 3, 6, 9]),
    ("height == n > {} and lefts and rights", [2, 4, 6]),
    ("n == 2 ** height - 1 > {}", [1, 3]),
    ("n and widths[-1] == width > {}", [1, 2, 3]),
    ("len(root) > 1 and root[1] is None and n > {}", [2, 4, 8]),
    ("len(root) == 2 and n > {}", [1]),
    ("both == 0 and n > {}", [2, 4, 8]),
]

TABLES = [
    Table(
        "reverse-linked-list",
        one_list,
        [
            *list_families(SMALL, 0),
            ("nums == nums[::-1] and n == {}", [2, 3, 4]),
            ("n > 1 and first == {}", SMALL),
            ("n > 1 and last == {}", SMALL),
            ("n > {} and first == last", [2, 4, 6]),
            ("n > {} and first == last and distinct > 1", [2, 4]),
            ("n > {} and nums[:2] == nums[-2:]", [2, 3]),
            ("negative == {}", [*range(8)]),
            ("zeros == {}", [*range(5)]),
            ("high > {}", [9, 99, 999, 4_000]),
            ("low < {}", [-9, -99, -999, -4_000]),
            ("n > {} and nums[0] == nums[1] != last", [2, 4, 6]),
            ("n > {} and nums[-1] == nums[-2] != first", [2, 4, 6]),
        ],
    ),
    Table(
        "remove-nth-from-end",
        without,
        [
            *list_families([*range(8)]),
            ("back == {}", [*range(1, 16)]),
            ("place == {}", [*range(16)]),
            ("place == 0 and n == {}", [*range(1, 13)]),
            ("back == 1 and n == {}", [*range(1, 13)]),
            ("place == back == {}", [*range(1, 7)]),
            ("place + 1 == back == {}", [*range(1, 7)]),
            ("gone == {}", [*range(5)]),
            ("gone in rest and n > {}", [1, 3, 6]),
            ("gone not in rest and place and n > {}", [2, 4, 8]),
            ("rest == rest[::-1] and n > {}", [1, 2, 3]),
            ("gone == high and n > {}", [1, 3, 6]),
            ("gone == low and n > {}", [1, 3, 6]),
            ("gone == first and place > {}", [0, 2, 4]),
            ("gone == last and back > {}", [1, 3, 5]),
            ("place and nums[place - 1] == gone and n > {}", [1, 3]),
            ("back > 1 and nums[place + 1] == gone and n > {}", [1, 3]),
        ],
    ),
    Table(
        "merge-k-lists",
        many_lists,
        [
            ("k == {}", [*range(18)]),
            ("k == {} and n > 2", [*range(1, 8)]),
            ("n == {}", [*range(25)]),
            ("empty == {}", [*range(1, 5)]),
            ("empty == k > {}", [0, 1, 2]),
            ("k - empty == 1 < k and n > {}", [0, 1, 2]),
            ("first_list == [] and n > {}", [0, 3, 8]),
            ("last_list == [] and n > {}", [0, 3, 8]),
            ("longest == {}", [*range(1, 9)]),
            ("shortest == {} and k > 1", [*range(1, 6)]),
            ("lengths == 1 and k > 1 and n > {}", [1, 2, 5]),
            ("lengths == {}", [*range(2, 6)]),
            ("single == {}", [*range(1, 5)]),
            ("single == k > {}", [1, 2, 3]),
            ("shared == {}", [*range(1, 6)]),
            ("shared == 0 and n > {}", [2, 5, 10]),
            ("distinct == 1 and k > {}", [1, 2]),
            ("distinct == {}", [*range(2, 9)]),
            ("apart == k - 1 > {}", [0, 1]),
            ("apart == {}", [1, 2]),
            ("low == {} and n > 2", SMALL),
            ("high == {} and n > 2", SMALL),
            ("heads == sorted(heads) and len(heads) > {}", [1, 2, 3]),
            ("heads == sorted(heads)[::-1] and len(heads) > {}", [1, 2, 3]),
            ("len(heads) > 1 and len(set(heads)) == 1 and n > {}", [2, 4]),
            ("k > 1 and lists[0] == lists[-1] and n > {}", [1, 2]),
            ("k > 1 and n and last_list and last_list[-1] == low and n > {}", [2, 3]),
            ("negative == n > {}", [1, 3]),
            ("zeros == {}", [1, 2, 3, 4]),
            ("high > {}", [90, 900, 9_000]),
        ],
    ),
    Table(
        "validate-bst",
        search_tree,
        [
            *TREES,
            ("valid and n == {}", [*range(1, 16)]),
            ("wrong == {}", [*range(1, 6)]),
            ("wrong == 1 and far == {}", [*range(1, 6)]),
            ("far > 1 and depth == {}", [2, 3, 4]),
            ("equal == {}", [1, 2]),
            ("equal and far == {}", [1, 2, 3]),
            ("depth == {}", [*range(1, 6)]),
            ("side == [True] and n > {}", [2, 5, 9]),
            ("side == [False] and n > {}", [2, 5, 9]),
            ("not valid and wrong == 1 and n > {}", [4, 8, 12]),
            ("low == -(2**31) and {}", ["valid", "not valid"]),
            ("high == 2**31 - 1 and {}", ["valid", "not valid"]),
            ("valid and negative == n > {}", [0, 1, 3]),
            ("valid and 0 in nums and first and n > {}", [1, 3, 6]),
        ],
    ),
    Table(
        "level-order",
        of_tree,
        [
            *TREES,
            (
                "widths == {}",
                [[1, 1], [1, 2], [1, 1, 1], [1, 2, 1], [1, 1, 2], [1, 2, 2], [1, 2, 3]],
            ),
            ("widths[-1:] == [1] and height > {}", [1, 2, 4]),
            ("widths != sorted(widths) and height > {}", [2, 3, 5]),
            ("widths.count(1) == {}", [*range(1, 7)]),
            ("height > 2 and widths[1] == widths[2] == {}", [1, 2]),
            ("height > 3 and widths[3] == {}", [1, 2, 3, 4]),
        ],
    ),
    Table(
        "serialize-tree",
        round_trips,
        [
            *TREES,
            ("read == {}", [1, 2, 3]),
            ("written == {}", [1, 2, 3]),
            ("written == 3 and number == {}", [0, 1, 2]),
            ("read == number + {}", [1, 2]),
            ("n == 0 and written == {}", [1, 2, 3]),
            ("any(abs(x) >= 10 for x in nums) and height > {}", [1, 2, 3]),
            ("any(x <= -10 for x in nums) and n > {}", [0, 1, 3]),
            ("{} in nums and n > 1", [-1, 0, 1, 10, -10, 12]),
            ("high > {}", [9, 99, 900]),
        ],
    ),
]
