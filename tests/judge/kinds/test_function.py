"""Answers that are nodes, trees and linked lists."""

from typing import Any

import pytest

from judge.values.answers import Foreign, Linked, Node, Tree
from judge.values.interface import Shape
from tests.answers import message


@pytest.mark.parametrize(
    ("shape", "expected", "right"),
    [
        (Shape.NODE, 5, Node(5)),
        (Shape.NODE, None, None),
        (Shape.TREE, [1, None, 2], Tree((1, None, 2))),
        (Shape.TREE, [], None),
        (Shape.TREE, [], Tree(())),
        (Shape.LINKED_LIST, [1], Linked((1,))),
        (Shape.LINKED_LIST, [], None),
    ],
)
def test_a_node_is_judged_by_its_value(shape: Shape, expected: Any, right: Any) -> None:
    """A copy is accepted, and no node at all is an empty tree or list."""
    assert message(expected, right, "TreeNode", shape=shape) == ""


@pytest.mark.parametrize(
    ("shape", "expected", "wrong", "sentence"),
    [
        (Shape.NODE, 5, 5, "return the node, not its value: it gave 5 (int)"),
        (Shape.NODE, 5, Node(6), "expected 5, got 6"),
        (
            Shape.NODE,
            5,
            None,
            (
                "it returned None where node 5 was expected: no return on this path, "
                "or the result was only made in place"
            ),
        ),
        (Shape.NODE, None, Node(6), "expected None, got node 6"),
        (Shape.NODE, None, 6, "return the node, not its value: it gave 6 (int)"),
        (
            Shape.NODE,
            1,
            Node(True),
            "return the node 1 of the tree: it gave a node whose value is True (bool)",
        ),
        (
            Shape.NODE,
            1,
            Node(Node(1)),
            "return the node 1 of the tree: it gave a node whose value is another node",
        ),
        (Shape.NODE, 1, (Node(1),), "return the node itself, not a tuple that holds it"),
        (Shape.TREE, [1], [1], "return the tree itself, not a list"),
        (
            Shape.TREE,
            [1, 2],
            Tree((1, None, 2)),
            (
                "the answer is too long: 3 items, expected 2; "
                "item [1] is None where an int was expected"
            ),
        ),
        (
            Shape.LINKED_LIST,
            [1],
            Tree((1,)),
            "return the linked list itself, not another kind of node",
        ),
        (
            Shape.LINKED_LIST,
            [1],
            Foreign("cyclic linked list", ""),
            "it returned a cyclic linked list, which has no end",
        ),
    ],
)
def test_a_wrong_node_is_told_from_a_value(
    shape: Shape, expected: Any, wrong: Any, sentence: str
) -> None:
    """Returning `root.val` is the commonest slip of all."""
    assert message(expected, wrong, "TreeNode", shape=shape) == sentence
