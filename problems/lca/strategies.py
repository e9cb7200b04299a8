"""Inputs of `lca`: trees in level order with two of their nodes, and what makes one valid."""

import random
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

Arguments = dict[str, Any]
Tree = list[list[int]]
"""The children of each node, [left, right], by number; node 0 is the root and -1 is no child."""

LEFT, RIGHT = 0, 1
MAX_NODES = 100_000
#: Shallow trees are quick for whatever is slow; only the deep one needs all nodes.
WIDE_NODES = 30_000
MAX_LEVELS = 10_000
MAX_VALUE = 1_000_000_000
SIZES = (2, MAX_NODES)

# Tidy values first: a counterexample shrinks towards [1, 2, 3], not towards [0, 1, -1].
VALUES = (*range(1, 50), 0, *range(-1, -50, -1), 99, 100, 255, 256, -255, -256, -257, 257)
VALUES += (1000, -1000, 2**20, -(2**20), 10_001, -10_001, MAX_VALUE, -MAX_VALUE)
BIGGEST_DRAWN = 45
# Which children a node of a random tree has, and how often: 1.3 of them, so that it goes on.
CHILDREN = ((True, True), (True, False), (False, True), (False, False))
CHILDREN_WEIGHTS = (9, 4, 4, 3)


def edges() -> Iterator[Arguments]:
    """Yield the smallest input of every well-known mistake, and the boundaries."""
    yield from _pairs([1, 2])
    yield from _pairs([1, None, 2])
    yield from _pairs([1, 2, 3])
    yield from _pairs([1, 3, 2])
    yield from _pairs([2, 1, 3])
    yield from _pairs([0, 1, 2])
    yield from _pairs([1, 0, 2])
    yield from _pairs([-1, 1, 2])
    yield from _pairs([-1, -2, -3])
    yield from _pairs([1, 2, None, 3, None, 4])
    yield from _pairs([1, None, 2, None, 3, None, 4])
    yield from _pairs([1, 2, None, None, 3, 4])
    yield from _pairs([1, None, 2, 3, None, None, 4])
    yield from _pairs([1, 2, 3, 4, 5])
    yield from _pairs([5, 4, 3, 2, 1])
    yield from _pairs([1, 2, 3, None, None, 4, 5])
    yield from _pairs([6, 2, 8, 0, 4, 7, 9])
    yield from _pairs([1, 2, 3, 4, 5, 6, 7])
    yield {"root": [MAX_VALUE, -MAX_VALUE, 0], "p": -MAX_VALUE, "q": 0}
    yield {"root": [256, 257, 258, 1000, None, None, -1000], "p": 1000, "q": -1000}
    yield {"root": [6, 2, 8, 0, 4, 7, 9, None, None, 3, 5], "p": 3, "q": 0}
    yield {"root": [6, 2, 8, 0, 4, 7, 9, None, None, 3, 5], "p": 5, "q": 2}
    yield from _every_size()
    for depth in range(4, 17):
        for stem, one, two in (
            (depth, 1, 1),
            (1, depth, 1),
            (0, 1, depth),
            (2, depth, 0),
            (1, 0, depth),
        ):
            yield _fork(stem, one, two)
    for shape in ("left", "right", "zigzag", "zagzig"):
        for count in (60, 100, 1100):
            values = list(range(1, count + 1))
            root = level_order(chain(count, shape), values)
            yield {"root": root, "p": count, "q": count - 1}
            yield {"root": root, "p": 2, "q": count}


def generated() -> st.SearchStrategy[Arguments]:
    """Draw small and middling trees of every shape, with p and q related in every way."""
    return _arguments()


def scales() -> Iterator[tuple[int, Arguments]]:
    """Yield deep and wide trees in growing sizes, p and q far from the root."""
    rng = random.Random(20260101)
    for count in (1_000, MAX_LEVELS):
        for shape in ("left", "right", "zigzag"):
            tree = chain(count, shape)
            yield count, _scale(rng, tree, count - 1, count - 2)
    yield MAX_LEVELS, _scale(rng, chain(MAX_LEVELS, "zigzag"), 1, MAX_LEVELS - 1)
    for count in (10_000, WIDE_NODES):
        yield count, _scale(rng, complete(count), count - 1, count // 2)
    yield WIDE_NODES, _scale(rng, attach_at_random(rng, WIDE_NODES), WIDE_NODES - 1, WIDE_NODES - 2)
    comb = bushy_chain(MAX_LEVELS - 4, MAX_NODES)
    yield MAX_NODES, _scale(rng, comb, MAX_LEVELS - 5, MAX_LEVELS - 6)


def sized(n: int, rng: random.Random) -> Arguments:
    """Return a tree of n nodes of random shape, some tens of levels deep, and two low nodes."""
    # A prime and a step give distinct values at the price of none drawn.
    prime, step = 1_000_003, rng.randrange(1, 1_000_003)
    start = rng.randrange(prime)
    values = [value % prime for value in range(start, start + n * step, step)]
    root: list[int | None] = [values[0]]
    made = waiting = 1
    for both in rng.choices(CHILDREN, CHILDREN_WEIGHTS, k=n):
        waiting -= 1
        for child in both if waiting or any(both) else (True, True):
            there = child and made < n
            root.append(values[made] if there else None)
            made += there
            waiting += there
        if made == n:
            break
    while root[-1] is None:
        root.pop()
    p, q = rng.sample(values[n // 2 - 1 :], 2)
    return {"root": root, "p": p, "q": q}


def validate(arguments: Arguments) -> str | None:
    """Return why these arguments are outside the constraints, or None if they are inside."""
    if set(arguments) != {"root", "p", "q"}:
        return "the arguments must be exactly root, p and q"
    root, p, q = arguments["root"], arguments["p"], arguments["q"]
    fault = _tree_fault(root)
    if fault:
        return fault
    values = {value for value in root if value is not None}
    for name, node in (("p", p), ("q", q)):
        if type(node) is not int or node not in values:
            return f"{name} is no node of the tree"
    return "p and q are the same node" if p == q else None


def _tree_fault(root: Any) -> str | None:
    if not isinstance(root, list) or not root:
        return "root must be a non-empty list"
    values = [value for value in root if value is not None]
    if any(type(value) is not int or abs(value) > MAX_VALUE for value in values):
        return f"values must be integers from -{MAX_VALUE} to {MAX_VALUE}"
    if not 2 <= len(values) <= MAX_NODES:
        return f"the tree must have 2 to {MAX_NODES} nodes"
    if len(set(values)) != len(values):
        return "values must be unique"
    if root[0] is None or root[-1] is None:
        return "the level order must begin and end with a node"
    levels = _count_levels(root)
    if levels is None:
        return "the level order lists children of a missing node"
    return f"the tree has more than {MAX_LEVELS} levels" if levels > MAX_LEVELS else None


def _count_levels(root: list[int | None]) -> int | None:
    """Return the number of levels, or None if some entry has no parent."""
    levels, start, width = 0, 0, 1
    while width:
        level = root[start : start + width]
        levels += 1 if level else 0
        start += width
        width = 2 * sum(value is not None for value in level)
    return levels if start >= len(root) else None


def level_order(tree: Tree, values: Sequence[int]) -> list[int | None]:
    """Return the tree as a level-order list without trailing nulls."""
    entries: list[int | None] = [values[0]]
    queue = deque([0])
    while queue:
        for child in tree[queue.popleft()]:
            entries.append(None if child < 0 else values[child])
            if child >= 0:
                queue.append(child)
    while entries[-1] is None:
        entries.pop()
    return entries


def chain(count: int, shape: str) -> Tree:
    """Return a chain whose children are all left, all right, or left and right by turns."""
    tree: Tree = []
    for node in range(count):
        child = node + 1 if node + 1 < count else -1
        leans_right = shape == "right" or (shape, node % 2) in (("zigzag", 1), ("zagzig", 0))
        tree.append([-1, child] if leans_right else [child, -1])
    return tree


def complete(count: int) -> Tree:
    """Return the tree that is full but for the right part of its last level."""
    pairs = ((2 * node + 1, 2 * node + 2) for node in range(count))
    return [[child if child < count else -1 for child in pair] for pair in pairs]


def attach_at_random(rng: random.Random, count: int) -> Tree:
    """Return a tree in which each new node hangs at a random free place."""
    tree: Tree = [[-1, -1]]
    places = [(0, LEFT), (0, RIGHT)]
    for node in range(1, count):
        chosen = rng.randrange(len(places))
        places[chosen], places[-1] = places[-1], places[chosen]
        _attach(tree, places, places.pop(), node)
    return tree


def bushy_chain(spine: int, count: int) -> Tree:
    """Return a zigzag of `spine` nodes that share the other nodes as small bushes."""
    tree = chain(spine, "zigzag")
    places = deque((node, side) for node in range(spine) for side in (LEFT, RIGHT))
    for node in range(spine, count):
        parent, side = places.popleft()
        while tree[parent][side] >= 0:
            parent, side = places.popleft()
        tree[parent][side] = node
        tree.append([-1, -1])
        places.extend([(node, LEFT), (node, RIGHT)])
    return tree


def _attach(tree: Tree, places: list[tuple[int, int]], place: tuple[int, int], node: int) -> None:
    parent, side = place
    tree[parent][side] = node
    tree.append([-1, -1])
    places.extend([(node, LEFT), (node, RIGHT)])


def _every_size() -> Iterator[Arguments]:
    """Yield trees of every size that can be drawn: a mistake may show at one size only."""
    rng = random.Random(20260108)
    for count in range(8, BIGGEST_DRAWN + 1):
        values = rng.sample(range(-count, count), count)
        # 0 at the top of every other tree, where the outermost leaves have their ancestor.
        if count % 2 and 0 in values:
            zero = values.index(0)
            values[0], values[zero] = values[zero], values[0]
        leftmost = 2 ** (count.bit_length() - 1) - 1
        full = level_order(complete(count), values)
        yield {"root": full, "p": values[leftmost], "q": values[-1 if count % 4 else leftmost - 1]}
        turns = chain(count, "zigzag" if count % 2 else "zagzig")
        for tree in (attach_at_random(rng, count), turns):
            p, q = rng.sample(values, 2)
            yield {"root": level_order(tree, values), "p": p, "q": q}
        spine = count * 2 // 3
        lopsided = level_order(bushy_chain(spine, count), values)
        yield {"root": lopsided, "p": values[spine - 1], "q": values[rng.randrange(spine, count)]}


def _fork(stem: int, one: int, two: int) -> Arguments:
    """Return a chain that parts below `stem` nodes into two arms, p and q at their ends."""
    tree = chain(stem + 1, "zagzig")
    ends = []
    for side, length in ((LEFT, one), (RIGHT, two)):
        node = stem
        for step in range(length):
            tree[node][side if step == 0 else step % 2] = len(tree)
            node = len(tree)
            tree.append([-1, -1])
        ends.append(node)
    values = [(-1) ** number * (number + 1) for number in range(len(tree))]
    p, q = (values[end] for end in ends)
    return {"root": level_order(tree, values), "p": p, "q": q}


def _pairs(root: list[int | None]) -> Iterable[Arguments]:
    nodes = [value for value in root if value is not None]
    return ({"root": root, "p": p, "q": q} for p in nodes for q in nodes if p != q)


def _scale(rng: random.Random, tree: Tree, p: int, q: int) -> Arguments:
    count = len(tree)
    values = rng.sample(range(-count // 2, count - count // 2), count)
    return {"root": level_order(tree, values), "p": values[p], "q": values[q]}


@st.composite
def _arguments(draw: st.DrawFn) -> Arguments:
    """Draw node by node (a place and a value each), so that a node less is one draw less."""
    shape = draw(st.sampled_from(("free", "left", "right", "zigzag", "zagzig", "complete", "deep")))
    fewest = draw(st.sampled_from((2, 2, 3, 8, 20, BIGGEST_DRAWN)))
    values = draw(
        st.lists(
            st.sampled_from(VALUES),
            min_size=fewest,
            max_size=max(fewest, BIGGEST_DRAWN // 2),
            unique=True,
        )
    )
    first = draw(st.integers(0, len(values) - 1))
    relation = draw(st.sampled_from(("any", "ancestor", "same side", "sibling", "root")))
    second = draw(st.integers(0, BIGGEST_DRAWN))
    swapped = draw(st.booleans())
    tree = _draw_tree(draw, shape, len(values))
    others = _related(tree, first, relation)
    pair = [values[first], values[others[second % len(others)]]]
    p, q = reversed(pair) if swapped else pair
    return {"root": level_order(tree, values), "p": p, "q": q}


def _draw_tree(draw: st.DrawFn, shape: str, count: int) -> Tree:
    if shape == "complete":
        return complete(count)
    if shape not in ("free", "deep"):
        return chain(count, shape)
    tree: Tree = [[-1, -1]]
    places = [(0, LEFT), (0, RIGHT)]
    for node in range(1, count):
        # "deep" hangs the node below one of the newest two, "free" anywhere.
        newest = len(places) - 4 if shape == "deep" else 0
        chosen = draw(st.integers(max(0, newest), len(places) - 1))
        _attach(tree, places, places.pop(chosen), node)
    return tree


def _related(tree: Tree, node: int, relation: str) -> list[int]:
    """Return the nodes that stand in this relation to `node`; all others if there are none."""
    parent = {child: up for up, children in enumerate(tree) for child in children if child >= 0}
    ancestors = [node]
    while ancestors[-1] in parent:
        ancestors.append(parent[ancestors[-1]])
    related: list[int] = []
    if relation == "ancestor":
        related = ancestors[1:]
    elif relation == "root":
        related = ancestors[-1:]
    elif relation == "sibling" and node in parent:
        related = [child for child in tree[parent[node]] if child >= 0]
    elif relation == "same side" and len(ancestors) > 1:
        related = _subtree(tree, ancestors[-2])
    return [other for other in related if other != node] or [
        other for other in range(len(tree)) if other != node
    ]


def _subtree(tree: Tree, top: int) -> list[int]:
    nodes = [top]
    for node in nodes:
        nodes.extend(child for child in tree[node] if child >= 0)
    return nodes
