"""Wrong: a false alarm. A node is returned, and not its value."""

import pytest

from solution import TreeNode, lowest_common_ancestor


@pytest.mark.parametrize(("left", "right"), [(5, 1), (0, -4)])
def test_children(left, right):
    root = TreeNode(3, TreeNode(left), TreeNode(right))
    assert lowest_common_ancestor(root, root.left, root.right) == 3
