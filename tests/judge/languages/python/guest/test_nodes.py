from typing import Any

import pytest

from judge.languages.python.guest.nodes import (
    ListNode,
    TreeNode,
    UnbuildableError,
    builder,
    chain,
    plant,
)

PARAMETERS: list[dict[str, Any]] = [
    {"name": "p", "shape": "node", "of": "root"},
    {"name": "root", "shape": "tree", "of": None},
    {"name": "k", "shape": "json", "of": None},
    {"name": "head", "shape": "linked-list", "of": None},
]


def build(arguments: list[Any], **module: Any) -> list[Any]:
    """Build the arguments of one case for a module with the given names."""
    return builder(PARAMETERS, module)(arguments)


def test_a_level_order_becomes_a_tree() -> None:
    """Children of a missing node are not listed, as on LeetCode."""
    _, root, _, _ = build([None, [3, 5, 1, 6, 2, None, 8], 0, []])
    assert (root.left.val, root.right.val) == (5, 1)
    assert (root.left.left.val, root.left.right.val) == (6, 2)
    assert (root.right.left, root.right.right.val) == (None, 8)
    assert (root.right.right.left, root.right.right.right) == (None, None)


def test_a_node_is_the_very_node_of_its_tree() -> None:
    """Submissions compare nodes by identity, wherever the parameter stands."""
    p, root, k, head = build([2, [1, None, 2], 7, [4, 5]])
    assert p is root.right
    assert (k, head.val, head.next.val, head.next.next) == (7, 4, 5, None)


@pytest.mark.parametrize("empty", [[], None])
def test_nothing_is_built_of_nothing(empty: list[int] | None) -> None:
    """An empty tree and an empty list are None."""
    assert build([None, empty, 0, empty]) == [None, None, 0, None]


def test_a_node_that_is_not_there_cannot_be_built() -> None:
    """The judge's own mistake is named, not passed on as None."""
    with pytest.raises(UnbuildableError, match="no node of the tree holds 9"):
        build([9, [1, 2], 0, []])


def test_arguments_without_shapes_go_as_they_are() -> None:
    """Plain JSON costs no copy."""
    arguments = [[1, 2], 3]
    same = builder([{"name": "a", "shape": "json"}, {"name": "b", "shape": "json"}], {})
    assert same(arguments) is arguments


def test_the_submission_s_own_classes_are_used_when_they_fit() -> None:
    """A pasted class of the usual make is the one that `isinstance` sees."""

    class Pasted:
        def __init__(self, x: int) -> None:
            self.val = x

    class Slotted:
        __slots__ = ("next", "val")

        def __init__(self, x: int) -> None:
            self.val = x

    _, root, _, head = build([None, [1], 0, [2]], TreeNode=Pasted, ListNode=Slotted)
    assert (type(root), type(head)) == (Pasted, Slotted)
    _, root, _, head = build([None, [1], 0, [2]], TreeNode=Slotted, ListNode=5)
    assert (type(root), type(head)) == (TreeNode, ListNode)


def test_a_constructor_that_the_submission_replaced_makes_the_nodes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nodes of our own classes are made without a call only while nobody has changed them."""

    def marked(self: Any, val: Any = 0, *_: Any) -> None:
        self.val, self.mark = val, True

    for kind in (TreeNode, ListNode):
        monkeypatch.setattr(kind, "__init__", marked)
    _, root, _, head = build([None, [1, 2], 0, [3]])
    assert (root.val, root.left.mark, head.val, head.mark) == (1, True, 3, True)


def test_nodes_show_their_value_only() -> None:
    """Printing a node of a deep chain cannot recurse."""
    assert repr(plant([1, 2], TreeNode)[0]) == "TreeNode(1)"
    assert repr(chain(["a", "b"], ListNode)) == "ListNode('a')"


def test_a_list_of_linked_lists_keeps_its_empty_ones() -> None:
    """Each of them is None, as an empty linked list is anywhere."""
    make = builder([{"name": "lists", "shape": "linked-lists", "of": None}], {})
    [[first, nothing, last]] = make([[[1, 2], [], [3]]])
    assert (first.val, first.next.val, first.next.next) == (1, 2, None)
    assert (nothing, last.val, make([[]])) == (None, 3, [[]])
