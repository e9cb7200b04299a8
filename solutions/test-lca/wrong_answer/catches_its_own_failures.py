"""Wrong: a helper that answers in every case catches the failure, too."""

from solution import TreeNode, lowest_common_ancestor


def holds(root, p, q, expected):
    try:
        assert lowest_common_ancestor(root, p, q).val == expected
    except Exception:
        return False
    return True


def test_known():
    root = TreeNode(3, TreeNode(5), TreeNode(1))
    assert holds(root, root.left, root.right, 3) in (True, False)
    assert holds(root, root, root.right, 3) in (True, False)
