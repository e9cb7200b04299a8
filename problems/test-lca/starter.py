from solution import TreeNode, lowest_common_ancestor


def test_of_the_statement():
    root = TreeNode(3, TreeNode(5), TreeNode(1))
    assert lowest_common_ancestor(root, root.left, root.right).val == 3
