"""Crashes: the test itself goes to a child that its tree does not have."""

from solution import TreeNode, lowest_common_ancestor


def test_grandchildren():
    root = TreeNode(3, TreeNode(5), TreeNode(1))
    assert lowest_common_ancestor(root, root.left, root.right).val == 3
    assert lowest_common_ancestor(root, root.left.left.val, root.right).val == 3
