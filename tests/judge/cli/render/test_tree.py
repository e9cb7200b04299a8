from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from judge.cli.render.tree import (
    ASCII,
    UNICODE,
    draw_arguments,
    draw_chain,
    draw_tree,
    read_tree,
)
from judge.kinds.views import Values, values_view
from tests.judge.cli.reports import LCA, TREE, failure

LEVEL_ORDER = st.lists(st.none() | st.integers(-50, 50), max_size=60).map(lambda tail: [7, *tail])


def view(arguments: dict[str, Any], *cut: str) -> Values:
    """Return what is drawn of an input of `lca`."""
    return values_view(LCA, failure(arguments=arguments, cut=list(cut)))


def test_a_tree_is_drawn_as_a_tree() -> None:
    """Children hang below their parent on their side, and p and q are marked."""
    assert draw_arguments(view(TREE), 80, UNICODE) == [
        "root = [3, 5, 1, 6, 2, None, 8]",
        "        3",
        "    ┌───┴───┐",
        "    5 (p)   1",
        "  ┌─┴─┐     └─┐",
        "  6   2       8 (q)",
        "p = 5, q = 8",
    ]


def test_a_terminal_without_unicode_gets_ascii() -> None:
    """The strokes of a drawing can be plain ASCII."""
    assert draw_tree([1, 2, 3, None, 4], {}, 80, ASCII) == [
        "   1",
        ".--^--.",
        "2     3",
        "'-.",
        "  4",
    ]


def test_an_only_left_child_hangs_on_the_left() -> None:
    """A node with one child shows on which side it is."""
    assert draw_tree([1, 2], {}, 80, UNICODE) == ["  1", "┌─┘", "2"]
    assert draw_tree([1, None, 2], {}, 80, UNICODE) == ["1", "└─┐", "  2"]


def test_one_node_is_its_value() -> None:
    """The smallest tree is one line."""
    assert draw_tree([5], {}, 80, UNICODE) == ["5"]


def test_two_names_at_one_node_are_both_written() -> None:
    """When p and q stand at one node, both names do."""
    lines = draw_arguments(view({"root": [1], "p": 1, "q": 1}), 80, UNICODE)
    assert "  1 (p, q)" in lines


def test_a_wide_tree_becomes_an_outline() -> None:
    """A tree that does not fit is written one node a line, with its sides named."""
    lines = draw_tree(list(range(1, 64)), {"3": "p"}, 80, UNICODE)
    assert lines[:2] == ["1", "├─L 2"]
    assert lines[-1] == "... 39 more of 63 nodes, 6 levels"


def test_a_long_chain_is_told_in_one_line() -> None:
    """A chain of 10,000 nodes is drawn without recursion; what is marked on it stays."""
    chain: list[Any] = [0]
    for value in range(1, 10_000):
        chain += [None, value]
    assert draw_tree(chain, {"70": "p", "9999": "q"}, 40, UNICODE) == [
        "0",
        "└─R ... 69 nodes in a chain",
        "  └─R 70 (p)",
        "    └─R ... 9,928 nodes in a chain",
        "      └─R 9999 (q)",
    ]


def test_a_zigzag_names_both_sides() -> None:
    """A chain that turns left and right says so."""
    chain: list[Any] = [0]
    for value in range(1, 100):
        chain += [None, value] if value % 2 else [value, None]
    assert draw_tree(chain, {}, 40, UNICODE)[1] == "└─L/R ... 98 nodes in a chain"


def test_a_deep_tree_is_cut_and_counted() -> None:
    """What branches at every level is written to the depth that fits, and the rest counted."""
    comb: list[Any] = [0]
    for value in range(1, 1_000, 2):
        comb += [value, value + 1] if value == 1 else [None, None, value, value + 1]
    lines = draw_tree(comb, {}, 40, UNICODE)
    assert len(lines) < 30
    assert lines[-1].endswith("1,001 nodes, 501 levels")


def test_a_linked_list_is_a_chain() -> None:
    """A linked list is drawn with arrows; the middle of a long one is left out."""
    assert draw_chain([1, 2, 3], UNICODE) == "1 → 2 → 3"
    assert "... 88 more ..." in draw_chain(list(range(100)), ASCII)


def test_the_text_that_stands_for_a_huge_tree_is_shown_as_it_is() -> None:
    """A report has a short text in place of a value that is too large."""
    arguments = {"root": "[1, 2, ...", "p": 1, "q": 2}
    lines = draw_arguments(view(arguments, "arguments.root"), 80, UNICODE)
    assert lines == ["root = [1, 2, ..., p = 1, q = 2"]


@pytest.mark.parametrize("width", [-3, 0, 1, 5])
def test_no_terminal_is_so_narrow_that_a_node_is_lost(width: int) -> None:
    """Where COLUMNS says 1, the tree is drawn as if there were a little more room."""
    assert draw_tree([1, 2, 3], {}, width, ASCII) == ["  1", ".-^-.", "2   3"]
    assert all(line.strip() for line in draw_tree(list(range(500)), {}, width, ASCII))


@settings(deadline=None)  # a busy machine is no failure
@given(LEVEL_ORDER, st.integers(30, 100))
@example(
    [7, *[None, 0, 0, 0, None, None, None, 0, None, 0, 0, None, None, 0, None, 0, 0, None, 0]], 30
)
def test_every_tree_fits(values: list[Any], width: int) -> None:
    """No line of a drawing is wider than asked, and what is drawn whole has every node."""
    lines = draw_tree(values, {}, width, UNICODE)
    assert all(cell_len(line) <= width for line in lines)
    if "more of" not in lines[-1] and not any("in a chain" in line for line in lines):
        drawn = " ".join(lines).translate({ord(c): " " for c in "┌┐┴┘└─├│LR"}).split()
        assert sorted(drawn) == sorted(str(node.value) for node in read_tree(values))
