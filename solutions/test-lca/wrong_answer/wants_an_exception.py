"""Wrong: a false alarm. Equal values do not occur, and nobody has to look for them."""

import pytest

from solution import TreeNode, lowest_common_ancestor


def test_equal_values():
    root = TreeNode(3, TreeNode(5), TreeNode(3))
    with pytest.raises(ValueError):
        lowest_common_ancestor(root, root.left, root)
