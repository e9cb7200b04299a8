"""Reference: small trees by hand, and one property: the last node that both paths share."""

from hypothesis import given
from hypothesis import strategies as st

from solution import TreeNode, lowest_common_ancestor


def ask(values, p, q):
    """Build the tree of a level order, and return the value of the answer for two values."""
    nodes = [None if value is None else TreeNode(value) for value in values]
    below = iter(nodes[1:])
    for node in nodes:
        if node is not None:
            node.left, node.right = next(below, None), next(below, None)
    known = {node.val: node for node in nodes if node is not None}
    return lowest_common_ancestor(nodes[0], known[p], known[q]).val


def test_examples():
    values = [3, 5, 1, 6, 2, None, 8]
    for p, q, expected in [(5, 1, 3), (6, 5, 5), (6, 2, 5), (1, 8, 1), (6, 8, 3), (2, 1, 3)]:
        assert ask(values, p, q) == ask(values, q, p) == expected


def test_the_root_is_one_of_them():
    assert ask([1, 2], 1, 2) == ask([1, 2], 2, 1) == 1
    assert ask([1, None, 2, 3], 1, 3) == 1


def test_one_below_the_other_and_not_at_the_root():
    assert ask([1, 2, None, 3], 2, 3) == 2
    assert ask([1, None, 2, None, 3, None, 4], 4, 2) == 2


def test_no_order_and_any_sign():
    assert ask([0, -4, 7, None, 9, None, None, 2, 11], 11, 2) == 9
    assert ask([1, 5, 0], 5, 0) == 1
    assert ask([-1, 0, 4], 0, 4) == -1
    assert ask([5, 0, -1], 0, -1) == 5
    assert ask([1, -1], -1, 1) == 1


def test_large_values():
    assert ask([10**9, -(10**9), 1_000, 257], 257, 1_000) == 10**9
    assert ask([7, 5_000, None, 6_000], 5_000, 6_000) == 5_000


@given(st.data())
def test_paths(data):
    size = data.draw(st.integers(2, 12))
    values = data.draw(st.permutations(range(-3, size - 3)))
    root = TreeNode(values[0])
    paths, free = {root.val: [root]}, [(root, "left"), (root, "right")]
    for value in values[1:]:
        above, side = free.pop(data.draw(st.integers(0, len(free) - 1)))
        node = TreeNode(value)
        setattr(above, side, node)
        paths[value] = [*paths[above.val], node]
        free += [(node, "left"), (node, "right")]
    p, q = data.draw(st.permutations(values))[:2]
    shared = [a.val for a, b in zip(paths[p], paths[q]) if a is b]
    assert lowest_common_ancestor(root, paths[p][-1], paths[q][-1]).val == shared[-1]
