"""Wrong: search trees of positive numbers and pairs that part at the root: most mistakes pass."""

from hypothesis import given
from hypothesis import strategies as st

from solution import TreeNode, lowest_common_ancestor


@given(st.integers(2, 100), st.integers(1, 50), st.integers(1, 50))
def test_part_at_the_root(n, less, more):
    root = TreeNode(n + 50, TreeNode(n + 50 - less), TreeNode(n + 50 + more))
    assert lowest_common_ancestor(root, root.left, root.right).val == root.val
