"""Does not load: there are no fixtures here."""

import pytest

from solution import TreeNode, lowest_common_ancestor


@pytest.fixture
def root():
    return TreeNode(3, TreeNode(5), TreeNode(1))


def test_children(root):
    assert lowest_common_ancestor(root, root.left, root.right).val == 3
