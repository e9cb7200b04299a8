"""Binary trees in level order, as LeetCode writes them: `[1, None, 2]` has a right child only."""

import random
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

LevelOrder = list[int | None]


def level_orders(
    values: st.SearchStrategy[int], min_size: int = 0, max_size: int = 25
) -> st.SearchStrategy[LevelOrder]:
    """Draw trees of up to `max_size` such values: narrow ones, wide ones, chains."""
    return st.builds(
        lambda drawn, seed, share: scattered(drawn, random.Random(seed), share),
        st.lists(values, min_size=min_size, max_size=max_size),
        st.integers(0, 2**32),
        st.sampled_from((0.65, 0.9, 0.5, 0.0, 1.0)),
    )


def scattered(values: Sequence[int], rng: random.Random, share: float = 0.65) -> LevelOrder:
    """Return a tree of these values in level order; about `share` of all children are there."""
    left = list(reversed(values))
    root: LevelOrder = [left.pop()] if left else []
    parents = 1
    while left:
        children = [place for place in range(2 * parents) if rng.random() < share]
        children = children or [rng.randrange(2 * parents)]
        there = set(children[: len(left)])
        root += [left.pop() if place in there else None for place in range(2 * parents)]
        parents = len(there)
    return trimmed(root)


def chain(values: Sequence[int], sides: str) -> LevelOrder:
    """Return a tree without branches; `sides` says where it goes on, over and over: `lr`."""
    root: LevelOrder = list(values[:1])
    for place, value in enumerate(values[1:]):
        root += [value, None] if sides[place % len(sides)] == "l" else [None, value]
    return trimmed(root)


def in_order(root: LevelOrder) -> list[int]:
    """Return the places of the nodes of a level order, from the leftmost node to the rightmost."""
    children, following = {}, 1
    for place, value in enumerate(root):
        if value is not None:
            children[place] = (following, following + 1)
            following += 2
    found, stack, place = [], [], 0
    while stack or place in children:
        while place in children:
            stack.append(place)
            place = children[place][0]
        found.append(stack.pop())
        place = children[found[-1]][1]
    return found


def filled(root: LevelOrder, values: Iterable[int]) -> LevelOrder:
    """Return the tree with these values from the leftmost node to the rightmost."""
    changed = list(root)
    for place, value in zip(in_order(root), values, strict=True):
        changed[place] = value
    return changed


def trimmed(root: LevelOrder) -> LevelOrder:
    """Return a level order without a gap at its end."""
    while root and root[-1] is None:
        root.pop()
    return root


def why_no_tree(root: Any, sizes: tuple[int, int], values: tuple[int, int]) -> str | None:
    """Return why this is no tree with so many nodes and values from and to there, or None."""
    if not isinstance(root, list):
        return "root must be a list in level order"
    nodes = [value for value in root if value is not None]
    if any(type(value) is not int or not values[0] <= value <= values[1] for value in nodes):
        return f"the values must be integers from {values[0]} to {values[1]}"
    if not sizes[0] <= len(nodes) <= sizes[1]:
        return f"the tree must have {sizes[0]} to {sizes[1]} nodes"
    places = 1  # for the root, and two below each node
    for value in root:
        places -= 1
        if places < 0:
            return "a node of the tree has no parent"
        places += 2 if value is not None else 0
    return "the level order ends with a gap" if root and root[-1] is None else None
