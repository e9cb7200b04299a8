"""Wrong: a false alarm. It takes no node for its own ancestor."""

from solution import TreeNode, lowest_common_ancestor


def test_above_both():
    root = TreeNode(3, TreeNode(5, TreeNode(6)))
    five = root.left
    assert lowest_common_ancestor(root, five, five.left).val == 3
