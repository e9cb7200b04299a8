"""Crashes: a node that hangs in two places makes no tree, and cannot be given."""

from solution import TreeNode, lowest_common_ancestor


def test_shared():
    leaf = TreeNode(1)
    root = TreeNode(2, TreeNode(3, leaf), TreeNode(4, leaf))
    assert lowest_common_ancestor(root, leaf, root.left).val == 3
