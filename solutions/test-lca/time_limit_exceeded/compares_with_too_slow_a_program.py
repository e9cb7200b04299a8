"""Slow: for each node of a chain it lists again all that hang below."""

from solution import TreeNode, lowest_common_ancestor


def below(node):
    found = []
    while node:
        found.append(node)
        node = node.left
    return found


def test_chain():
    chain = [TreeNode(value) for value in range(9_000)]
    for above, under in zip(chain, chain[1:]):
        above.left = under
    for p, q in (chain[-2:], chain[:2], chain[50:52]):
        common = [node for node in chain if p in below(node) and q in below(node)]
        assert lowest_common_ancestor(chain[0], p, q).val == common[-1].val
