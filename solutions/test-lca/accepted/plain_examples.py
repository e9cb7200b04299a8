"""Accepted: trees written out as nested calls, one test for each rule."""

from solution import TreeNode, lowest_common_ancestor


def test_two_children():
    root = TreeNode(2, TreeNode(7), TreeNode(4))
    assert lowest_common_ancestor(root, root.left, root.right).val == 2
    assert lowest_common_ancestor(root, root.right, root.left).val == 2


def test_root_and_child():
    root = TreeNode(2, TreeNode(7), TreeNode(4))
    assert lowest_common_ancestor(root, root, root.left).val == 2
    assert lowest_common_ancestor(root, root.right, root).val == 2


def test_only_right_children():
    root = TreeNode(1, None, TreeNode(2, None, TreeNode(3, None, TreeNode(4))))
    second = root.right
    assert lowest_common_ancestor(root, second, second.right.right).val == 2
    assert lowest_common_ancestor(root, second.right, second).val == 2


def test_only_left_children():
    root = TreeNode(1, TreeNode(2, TreeNode(3)))
    assert lowest_common_ancestor(root, root.left, root.left.left).val == 2


def test_below_the_root_on_the_right():
    root = TreeNode(9, TreeNode(3), TreeNode(1, TreeNode(8), TreeNode(5)))
    low = root.right
    assert lowest_common_ancestor(root, low.left, low.right).val == 1
    assert lowest_common_ancestor(root, low.left, root.left).val == 9


def test_different_depths():
    deep = TreeNode(6, None, TreeNode(5, TreeNode(-2)))
    root = TreeNode(4, TreeNode(3, deep, TreeNode(8)), TreeNode(7))
    assert lowest_common_ancestor(root, deep.right.left, root.left.right).val == 3
    assert lowest_common_ancestor(root, root.right, deep.right).val == 4


def test_zero_and_minus_one():
    root = TreeNode(0, TreeNode(-1), TreeNode(1))
    assert lowest_common_ancestor(root, root.left, root.right).val == 0
    root = TreeNode(1, TreeNode(0), TreeNode(2))
    assert lowest_common_ancestor(root, root.left, root.right).val == 1
    root = TreeNode(1, TreeNode(-1))
    assert lowest_common_ancestor(root, root, root.left).val == 1


def test_large_values():
    root = TreeNode(1, TreeNode(70_000, TreeNode(80_000)))
    assert lowest_common_ancestor(root, root.left, root.left.left).val == 70_000
