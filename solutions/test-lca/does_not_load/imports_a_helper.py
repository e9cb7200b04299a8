"""Does not load: the module holds the function and TreeNode, and no helper."""

from solution import build_tree, lowest_common_ancestor


def test_children():
    root = build_tree([3, 5, 1])
    assert lowest_common_ancestor(root, root.left, root.right).val == 3
