"""Accepted: every shape of tree with up to four nodes, and every pair of nodes in it."""

import itertools

import pytest

from solution import *  # noqa: F403 - as people write it


def shapes(size):
    """Yield every shape of a tree: None, or its left and its right subtree."""
    if size == 0:
        yield None
    for left in range(size):
        yield from itertools.product(shapes(left), shapes(size - 1 - left))


def planted(shape, values, above, parents):
    if shape is None:
        return None
    node = TreeNode(next(values))  # noqa: F405 - as above
    parents[node] = above
    node.left = planted(shape[0], values, node, parents)
    node.right = planted(shape[1], values, node, parents)
    return node


def line(node, parents):
    while node:
        yield node
        node = parents[node]


@pytest.mark.parametrize("values", [(2, 0, -1, 1), (900, 300, 1200, 600)], ids=["small", "large"])
class TestAllSmallTrees:
    @pytest.mark.parametrize("size", [2, 3, 4])
    def test_every_pair(self, size, values):
        for shape in shapes(size):
            parents = {}
            root = planted(shape, iter(values), None, parents)
            for p, q in itertools.permutations(parents, 2):
                above = set(line(q, parents))
                expected = next(node for node in line(p, parents) if node in above)
                found = lowest_common_ancestor(root, p, q)  # noqa: F405 - as above
                assert found.val == expected.val
