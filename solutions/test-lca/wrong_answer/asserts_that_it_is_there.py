"""Wrong: a node is always true, whichever it is."""

from solution import TreeNode, lowest_common_ancestor


def test_found():
    root = TreeNode(3, TreeNode(5, TreeNode(6), TreeNode(2)), TreeNode(1))
    for p, q in [(root.left, root.right), (root.left.left, root.left.right), (root.left.left, root)]:
        assert lowest_common_ancestor(root, p, q)
