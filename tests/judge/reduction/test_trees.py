"""Trees, against the smallest input that shows a candidate's mistake."""

import itertools

import pytest

from judge.reduction.budget import Bounds
from judge.reduction.reducer import reduce_input
from tests.judge.reduction.interfaces import (
    LCA,
    Arguments,
    Function,
    Node,
    differs,
    grown,
    lca_fault,
    moves,
)


def path(node: Node | None, value: int) -> list[int]:
    """Return the values from the root down to one."""
    if node is None:
        return []
    if node[0] == value:
        return [value]
    below = path(node[1], value) or path(node[2], value)
    return [node[0], *below] if below else []


def lca(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    pairs = zip(path(tree, p), path(tree, q), strict=False)
    return [one for one, two in pairs if one == two][-1]


def first_hit(root: list[int | None], p: int, q: int) -> int:
    def found(node: Node | None) -> Node | None:
        if node is None or node[0] in {p, q}:
            return node
        return found(node[1]) or found(node[2])

    hit = found(grown(root))
    assert hit is not None
    return int(hit[0])


def not_its_own_ancestor(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    pairs = zip(path(tree, p)[:-1], path(tree, q)[:-1], strict=False)
    return [one for one, two in pairs if one == two][-1]


def search_tree_rule(root: list[int | None], p: int, q: int) -> int | None:
    node = grown(root)
    while node:
        if p < node[0] and q < node[0]:
            node = node[1]
        elif p > node[0] and q > node[0]:
            node = node[2]
        else:
            return int(node[0])
    return None


def one_step_late(root: list[int | None], p: int, q: int) -> int:
    tree = grown(root)
    one, two = path(tree, p), path(tree, q)
    pairs = list(zip(one, two, strict=False))
    same = [a for a, b in pairs if a == b]
    return same[-2] if len(same) > 2 else same[-1]


def never_popped(root: list[int | None], p: int, q: int) -> int:
    def walked(node: Node | None, value: int, seen: list[int]) -> bool:
        if node is None:
            return False
        seen.append(node[0])
        return node[0] == value or walked(node[1], value, seen) or walked(node[2], value, seen)

    one: list[int] = []
    two: list[int] = []
    walked(grown(root), p, one)
    walked(grown(root), q, two)
    return [a for a, b in zip(one, two, strict=False) if a == b][-1]


@pytest.mark.parametrize(
    ("wrong", "values"),
    [
        (first_hit, 3),
        (not_its_own_ancestor, 2),
        (search_tree_rule, 3),
        (one_step_late, 4),
        (never_popped, 3),
    ],
)
def test_a_tree_comes_down_as_a_tree(wrong: Function, values: int) -> None:
    """A tree of eleven nodes with odd values becomes one of a few, numbered from 1."""
    root = [300, -5, 81, 60, 2, 0, 88, None, None, 77, 4]
    fails = differs(lca, wrong)
    nodes = [value for value in root if value is not None]
    for p, q in list(itertools.permutations(nodes, 2))[::9]:
        start = {"root": root, "p": p, "q": q}
        if fails(start):
            found = reduce_input(moves(LCA), lca_fault, start, fails)
            shown = [value for value in found.arguments["root"] if value is not None]
            assert sorted(shown) == list(range(1, values + 1))
            assert found.calls <= 600


@pytest.mark.parametrize(
    ("wrong", "shown"),
    [
        (first_hit, {"root": [1, 2, 3], "p": 2, "q": 3}),
        (not_its_own_ancestor, {"root": [1, 2], "p": 1, "q": 2}),
        (search_tree_rule, {"root": [1, 2, 3], "p": 2, "q": 3}),
    ],
)
def test_a_tree_is_shown_as_people_write_it(wrong: Function, shown: Arguments) -> None:
    """The root is 1, its children follow, a lone child is the left one."""
    start = {"root": [9, None, 4, 7, 2, None, 5], "p": 5, "q": 2}
    if wrong is not_its_own_ancestor:
        start["q"] = 7
    assert reduce_input(moves(LCA), lca_fault, start, differs(lca, wrong)).arguments == shown


def test_a_long_chain_is_cut_to_the_depth_that_fails() -> None:
    """A recursion that is lost at 500 levels is shown at about 500, within the bound."""
    root = [1, *itertools.chain.from_iterable((None, n) for n in range(2, 1_100))]
    start = {"root": root, "p": 900, "q": 1_099}

    def fails(arguments: Arguments) -> bool:
        return sum(value is not None for value in arguments["root"]) >= 500

    found = reduce_input(moves(LCA), lca_fault, start, fails, Bounds(seconds=60.0))
    assert not found.guard_fired
    assert 500 <= sum(value is not None for value in found.arguments["root"]) <= 600
