"""Wrong: a false alarm. It gives values where nodes are asked for, and right implementations raise."""

from solution import TreeNode, lowest_common_ancestor


def test_children():
    root = TreeNode(3, TreeNode(5), TreeNode(1))
    assert lowest_common_ancestor(root, 5, 1).val == 3
