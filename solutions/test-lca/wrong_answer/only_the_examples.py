"""Wrong: two children of the root, on which nearly every mistake passes."""

from solution import TreeNode, lowest_common_ancestor


def test_children():
    root = TreeNode(3, TreeNode(1), TreeNode(5))
    assert lowest_common_ancestor(root, root.left, root.right).val == 3
