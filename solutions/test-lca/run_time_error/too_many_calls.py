"""Crashes: all pairs of a chain of fifty nodes, and that is 2,450 calls."""

import itertools

from solution import TreeNode, lowest_common_ancestor


def test_chain():
    chain = [TreeNode(value) for value in range(50)]
    for above, below in zip(chain, chain[1:]):
        above.left = below
    for p, q in itertools.permutations(chain, 2):
        assert lowest_common_ancestor(chain[0], p, q).val == min(p.val, q.val)
