"""Wrong: a false alarm. Of a node that is not in the tree nothing is promised."""

from solution import TreeNode, lowest_common_ancestor


def test_missing():
    root = TreeNode(3, TreeNode(5), TreeNode(1))
    assert lowest_common_ancestor(root, root.left, TreeNode(7)) is None
