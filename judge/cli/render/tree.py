"""Draws an input as people do on a whiteboard: a tree as a tree, a list as a chain.

Everything here returns lines of safe text without colour, and as a rule no wider than asked.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.cells import cell_len, set_cell_size

from judge.cli.render.literals import short_literal
from judge.kinds import Argument, Values
from judge.records import dataclass
from judge.values import Shape, escape

#: A tree of more nodes is written as an outline, which fits any width.
DRAWN_NODES = 48
DRAWN_LEVELS = 9
OUTLINE_LINES = 24
#: Nothing is cut narrower than this: a few columns of a tree tell less than folded lines.
LEAST_WIDTH = 20
GAP = 3
#: Fewer nodes in a row with one child each are written out.
SHORTEST_CHAIN = 4


@dataclass(frozen=True, slots=True)
class Strokes:
    """The characters that lines are drawn with."""

    left: str
    right: str
    both: str
    from_left: str
    from_right: str
    across: str
    arrow: str
    branch: str
    last: str
    down: str


UNICODE = Strokes("┌", "┐", "┴", "┘", "└", "─", " → ", "├─", "└─", "│ ")
ASCII = Strokes(".", ".", "^", "'", "'", "-", " -> ", "|-", "`-", "| ")


@dataclass(frozen=True, slots=True)
class Node:
    """One node of a tree given by level order; children are places in the list of nodes."""

    value: Any
    left: int | None = None
    right: int | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    """A drawn subtree: its lines, all of one width, and the column above which its root stands."""

    lines: tuple[str, ...]
    width: int
    root: int


def draw_arguments(view: Values, width: int, strokes: Strokes) -> list[str]:
    """Draw arguments by name; small ones share a line."""
    lines: list[str] = []
    joined = False
    for argument in view.arguments:
        drawn = _draw_one(argument, width, strokes)
        plain = len(drawn) == 1
        if plain and joined and cell_len(lines[-1]) + cell_len(drawn[0]) + 2 <= min(width, 72):
            lines[-1] += f", {drawn[0]}"
        else:
            lines += drawn
        joined = plain
    return lines


def _draw_one(argument: Argument, width: int, strokes: Strokes) -> list[str]:
    name, value = escape(argument.name, 80), argument.value
    if argument.shape is Shape.TREE and isinstance(value, list) and value:
        drawn = draw_tree(value, node_marks(argument), width - 2, strokes)
        return [f"{name} = {short_literal(value)}", *(f"  {line}" for line in drawn)]
    if argument.shape is Shape.LINKED_LIST and isinstance(value, list) and value:
        return [f"{name} = {draw_chain(value, strokes)}"]
    return [f"{name} = {short_literal(value)}"]


def node_marks(tree: Argument) -> dict[str, str]:
    """Return the names of the node arguments by the text of the value they stand at."""
    marks: dict[str, str] = {}
    for name, value in tree.nodes.items():
        before = marks.get(repr(value))
        marks[repr(value)] = f"{before}, {name}" if before else name
    return marks


def draw_chain(values: list[Any], strokes: Strokes) -> str:
    """Return a linked list as one line, its middle left out when it is long."""
    return strokes.arrow.join(chain_texts(values, 12))


def chain_texts(values: list[Any], most: int) -> list[str]:
    """Return the values of a linked list, of more than `most` those of both ends."""
    last = most // 3
    left_out = len(values) - most
    if left_out <= 0:
        return [short_literal(value) for value in values]
    first = [short_literal(value) for value in values[: most - last]]
    return [*first, f"... {left_out:,} more ...", *map(short_literal, values[-last:])]


def draw_tree(
    values: list[Any], marks: Mapping[str, str], width: int, strokes: Strokes
) -> list[str]:
    """Draw a level-order list as a tree from the root down, or as an outline if it is too wide."""
    width = max(width, LEAST_WIDTH)
    nodes = read_tree(values)
    labels = [_label(node, marks) for node in nodes]
    if len(nodes) <= DRAWN_NODES and tree_levels(nodes) <= DRAWN_LEVELS:
        block = _block(nodes, labels, 0, strokes)
        if block.width <= width:
            return [line.rstrip() for line in block.lines]
    # In a narrow terminal the ends of words give way.
    lines = _outline(nodes, labels, width, strokes)
    return [x if cell_len(x) <= width else set_cell_size(x, width).rstrip() for x in lines]


def tree_outline(nodes: list[Node], marks: Mapping[str, str], width: int) -> list[str]:
    """Return a tree as an outline, one line a node, whatever its size."""
    return list(_outline(nodes, [_label(node, marks) for node in nodes], width, UNICODE))


def read_tree(values: list[Any]) -> list[Node]:
    """Return the nodes of a level-order list, the root first; what no parent claims is left out."""
    nodes = [Node(values[0])]
    place, parent = 1, 0
    while place < len(values) and parent < len(nodes):
        children: list[int | None] = [None, None]
        for side in (0, 1):
            if place < len(values) and values[place] is not None:
                children[side] = len(nodes)
                nodes.append(Node(values[place]))
            place += 1
        nodes[parent] = Node(nodes[parent].value, children[0], children[1])
        parent += 1
    return nodes


@dataclass(frozen=True, slots=True)
class _Label:
    """What is written at a node. Lines meet it at the middle of its value, not of its mark."""

    text: str
    middle: int
    marked: bool


def _label(node: Node, marks: Mapping[str, str]) -> _Label:
    mark = marks.get(repr(node.value))
    text = short_literal(node.value)
    middle = (cell_len(text) - 1) // 2
    return _Label(f"{text} ({mark})" if mark else text, middle, mark is not None)


def tree_levels(nodes: list[Node]) -> int:
    """Return how many nodes stand on the longest way down from the root."""
    # Level order puts children after their parent, so one pass is enough, however deep the tree.
    level = [1] * len(nodes)
    for place, node in enumerate(nodes):
        for child in (node.left, node.right):
            if child is not None:
                level[child] = level[place] + 1
    return max(level)


def _block(nodes: list[Node], labels: list[_Label], place: int, strokes: Strokes) -> _Block:
    node, label = nodes[place], labels[place]
    if node.left is None and node.right is None:
        return _Block((label.text,), cell_len(label.text), label.middle)
    if node.left is None or node.right is None:
        child = node.left if node.left is not None else node.right
        assert child is not None  # one of the two is a child
        return _with_one_child(_block(nodes, labels, child, strokes), label, node, strokes)
    left, right = (_block(nodes, labels, child, strokes) for child in (node.left, node.right))
    ends = left.root, left.width + GAP + right.root
    root = (ends[0] + ends[1]) // 2
    line = " " * ends[0] + strokes.left + strokes.across * (root - ends[0] - 1) + strokes.both
    line += strokes.across * (ends[1] - root - 1) + strokes.right
    rows = max(len(left.lines), len(right.lines))
    below = [_row(left, row) + " " * GAP + _row(right, row) for row in range(rows)]
    return _under(label, root, line, below, left.width + GAP + right.width)


def _with_one_child(child: _Block, label: _Label, node: Node, strokes: Strokes) -> _Block:
    if node.left is not None:
        line = " " * child.root + strokes.left + strokes.across + strokes.from_left
        return _under(label, child.root + 2, line, list(child.lines), child.width)
    shift = max(0, 2 - child.root)
    end = child.root + shift
    line = " " * (end - 2) + strokes.from_right + strokes.across + strokes.right
    below = [" " * shift + text for text in child.lines]
    return _under(label, end - 2, line, below, child.width + shift)


def _row(block: _Block, row: int) -> str:
    return block.lines[row] if row < len(block.lines) else " " * block.width


def _under(label: _Label, root: int, line: str, below: list[str], width: int) -> _Block:
    """Put a label above its lines, moving either to the right so that both begin at 0 or later."""
    start = root - label.middle
    shift = max(0, -start)
    lines = [" " * (start + shift) + label.text, " " * shift + line]
    lines += [" " * shift + text for text in below]
    full = max(shift + width, *(cell_len(text) for text in lines))
    padded = tuple(text + " " * (full - cell_len(text)) for text in lines)
    return _Block(padded, full, root + shift)


def _outline(
    nodes: list[Node], labels: list[_Label], width: int, strokes: Strokes
) -> Iterator[str]:
    """Yield one line a node, root first, children indented; stop at a screenful."""
    deepest = max(1, (width - 24) // 2)
    waiting: list[tuple[int, str, str]] = [(0, "", "")]
    shown, lines = 0, 0
    while waiting and lines < OUTLINE_LINES:
        place, before, stroke = waiting.pop()
        yield before + stroke + labels[place].text
        shown, lines = shown + 1, lines + 1
        inside = before + _inside(stroke, strokes)
        last, skipped, sides = _chain(nodes, labels, place)
        if skipped:
            yield f"{inside}{strokes.last}{sides} ... {skipped:,} nodes in a chain"
            shown, lines = shown + skipped, lines + 1
            inside += "  "
        if len(inside) // 2 < deepest:
            waiting += _children(nodes[last], inside, strokes)
    if shown < len(nodes):
        left_out, levels = len(nodes) - shown, tree_levels(nodes)
        yield f"... {left_out:,} more of {len(nodes):,} nodes, {levels:,} levels"


def _children(node: Node, inside: str, strokes: Strokes) -> list[tuple[int, str, str]]:
    """Return the children to be written next, the right one first, as a stack gives them."""
    sides = ("R ", node.right), ("L ", node.left)
    there = [(side, child) for side, child in sides if child is not None]
    ends = (strokes.last, strokes.branch)
    return [(child, inside, end + side) for (side, child), end in zip(there, ends, strict=False)]


def _chain(nodes: list[Node], labels: list[_Label], place: int) -> tuple[int, int, str]:
    """Return where the chain below a node ends, how many nodes it skips, and to which sides.

    A chain is skipped when it is long, and none of its nodes is marked or branches.
    """
    skipped, sides, here = 0, "", place
    while (step := _only_child(nodes[here])) is not None:
        child, side = step
        if labels[child].marked or _only_child(nodes[child]) is None:
            break
        here, skipped = child, skipped + 1
        sides = sides if side in sides else sides + side
    if skipped < SHORTEST_CHAIN:
        return place, 0, ""
    return here, skipped, "/".join(sorted(sides))


def _only_child(node: Node) -> tuple[int, str] | None:
    if node.left is not None and node.right is None:
        return node.left, "L"
    if node.right is not None and node.left is None:
        return node.right, "R"
    return None


def _inside(stroke: str, strokes: Strokes) -> str:
    if not stroke:
        return ""
    return strokes.down if stroke.startswith(strokes.branch) else "  "
