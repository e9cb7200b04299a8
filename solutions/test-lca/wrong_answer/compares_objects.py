"""Wrong: a false alarm. A copy of the node is as right as the node itself."""

from solution import TreeNode, lowest_common_ancestor


def test_the_very_node():
    root = TreeNode(3, TreeNode(5, TreeNode(6), TreeNode(2)), TreeNode(1))
    five = root.left
    assert lowest_common_ancestor(root, five.left, five.right) is five
