"""Slow: a chain whose end is its beginning, and a helper that walks to the end."""

from solution import TreeNode, lowest_common_ancestor


def test_last():
    root = TreeNode(1, TreeNode(2))
    root.left.left = root
    last = root
    while last.left:
        last = last.left
    assert lowest_common_ancestor(root, root, last).val == 1
