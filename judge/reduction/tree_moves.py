"""Moves on level-order trees: deleting from the list would shift every later node.

A node argument is given by its value. When its node goes, another node takes its place: the
child that moved up, the nearest ancestor left, or any node of a small tree.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from judge.records import dataclass
from judge.values import Interface, Shape

Arguments = dict[str, Any]
Links = list[list[int | None]]

#: Trees with at most this many nodes are changed node by node, larger ones in runs.
SMALL = 150
#: In trees with at most this many nodes, any node may replace one that went.
TINY = 10


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree as its values and links, both by place in level order; node 0 is the root."""

    values: list[Any]
    links: Links  #: [left, right] of each node

    @classmethod
    def of(cls, level_order: list[Any]) -> "Tree":
        """Read a level-order list; children of a null are not listed."""
        values: list[Any] = []
        links: Links = []
        holes: deque[tuple[int, int]] = deque()
        for value in level_order:
            parent, side = holes.popleft() if values else (-1, 0)
            if value is None:
                continue
            if values:
                links[parent][side] = len(values)
            holes += [(len(values), 0), (len(values), 1)]
            values.append(value)
            links.append([None, None])
        return cls(values, links)

    def level_order(self, root: int | None) -> list[Any]:
        """Return the level-order list of the tree below `root`."""
        out: list[Any] = []
        waiting: deque[int | None] = deque([root])
        while waiting:
            node = waiting.popleft()
            if node is None:
                out.append(None)
                continue
            out.append(self.values[node])
            waiting += self.links[node]
        while out and out[-1] is None:
            out.pop()
        return out

    def parents(self) -> list[int | None]:
        """Return the parent of every node."""
        above: list[int | None] = [None] * len(self.values)
        for node, children in enumerate(self.links):
            for child in children:
                if child is not None:
                    above[child] = node
        return above

    def linked(self, changes: Mapping[tuple[int, int], int | None]) -> "Tree":
        """Return a tree with some links changed; the values keep their places."""
        links = [list(pair) for pair in self.links]
        for (node, side), child in changes.items():
            links[node][side] = child
        return Tree(self.values, links)


Changed = tuple[Tree, int | None]  #: a tree and its new root
Change = Callable[[Tree], Iterator[Changed]]


def moved(interface: Interface, change: Change) -> Callable[[Arguments], Iterator[Arguments]]:
    """Return a change of trees as a move on inputs, which keeps node arguments inside them."""

    def move(arguments: Arguments) -> Iterator[Arguments]:
        for parameter in interface.parameters:
            if parameter.shape is not Shape.TREE:
                continue
            names = [p.name for p in interface.parameters if p.of == parameter.name]
            tree = Tree.of(arguments[parameter.name])
            for other, root in change(tree) if tree.values else ():
                order = other.level_order(root)
                changed = arguments | {parameter.name: order}
                yield from _repointed(changed, names, tree, order)

    return move


def _repointed(
    arguments: Arguments, names: list[str], tree: Tree, order: list[Any]
) -> Iterator[Arguments]:
    """Yield the input with each lost node argument replaced by a node that is left."""
    left = {value for value in order if value is not None}
    lost = [name for name in names if arguments[name] not in left]
    choices = [_replacements(arguments[name], tree, left, order) for name in lost]
    for chosen in product(*choices):
        yield arguments | dict(zip(lost, chosen, strict=True))


def _replacements(value: Any, tree: Tree, left: set[Any], order: list[Any]) -> list[Any]:
    """Return the values that may replace a lost node, the nearest first."""
    found: list[Any] = []
    if value in tree.values:
        parents = tree.parents()
        node: int | None = tree.values.index(value)
        below = [tree.values[child] for child in tree.links[node or 0] if child is not None]
        found += [each for each in below if each in left]
        while node is not None and tree.values[node] not in left:
            node = parents[node]
        found += [tree.values[node]] if node is not None else []
    if len(left) <= TINY:
        found += [each for each in order if each is not None]
    else:
        found += [each for each in order[-2:] if each is not None]
    return list(dict.fromkeys(found))


def _keep_subtree(tree: Tree) -> Iterator[Changed]:
    """Keep one subtree alone."""
    count = len(tree.values)
    halves = (count >> shift for shift in range(1, count.bit_length()))
    for node in range(count - 1, 0, -1) if count <= SMALL else halves:
        yield tree, node


def _keep_top(tree: Tree) -> Iterator[Changed]:
    """Keep the first nodes in level order: half, three quarters, ..., all but one."""
    count = len(tree.values)
    cut = count // 2
    while cut:
        kept = count - cut
        changes = {
            (node, side): None
            for node, children in enumerate(tree.links)
            for side, child in enumerate(children)
            if child is not None and child >= kept
        }
        yield tree.linked(changes), 0
        cut //= 2


def _drop_run(tree: Tree) -> Iterator[Changed]:
    """Leave out a run of nodes; a child of a node that goes moves into its place."""
    count = len(tree.values)
    size = count // 2
    while size and (count <= SMALL or count // size <= SMALL):
        for start in range(0, count, size):
            yield from _without(tree, set(range(start, min(count, start + size))))
        size //= 2


def _without(tree: Tree, gone: set[int]) -> Iterator[Changed]:
    """Yield the tree without some nodes: the left child moves up, or else the right one does."""
    for first in (0, 1):

        def heir(node: int | None, first: int = first) -> int | None:
            while node is not None and node in gone:
                one, two = tree.links[node][first], tree.links[node][1 - first]
                node = one if one is not None else two
            return node

        changes = {
            (node, side): heir(child)
            for node, children in enumerate(tree.links)
            for side, child in enumerate(children)
            if child in gone
        }
        root = heir(0)
        if root is not None:
            yield tree.linked(changes), root


def _drop_subtree(tree: Tree) -> Iterator[Changed]:
    """Leave out one subtree."""
    for node, side, _ in _small_links(tree):
        yield tree.linked({(node, side): None}), 0


def _lean_left(tree: Tree) -> Iterator[Changed]:
    """Exchange left and right of one node."""
    if len(tree.values) <= SMALL:
        for node, (left, right) in enumerate(tree.links):
            yield tree.linked({(node, 0): right, (node, 1): left}), 0


def _move_up(tree: Tree) -> Iterator[Changed]:
    """Hang a subtree on a free place nearer to the root."""
    if len(tree.values) > TINY:
        return
    for node, side, child in _small_links(tree):
        for place in range(node):
            for free in (0, 1):
                if tree.links[place][free] is None:
                    yield tree.linked({(node, side): None, (place, free): child}), 0


def _small_links(tree: Tree) -> Iterator[tuple[int, int, int]]:
    """Yield (parent, side, child) of every link, when the tree is small."""
    if len(tree.values) <= SMALL:
        for node, children in enumerate(tree.links):
            for side, child in enumerate(children):
                if child is not None:
                    yield node, side, child


#: In the order in which they pay.
CHANGES: tuple[Change, ...] = (
    _keep_subtree,
    _keep_top,
    _drop_subtree,
    _drop_run,
    _lean_left,
    _move_up,
)
