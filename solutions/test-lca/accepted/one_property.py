"""Accepted: trees that Hypothesis nests, and what defines the answer: lowest of those with both below."""

from hypothesis import assume, example, given
from hypothesis import strategies as st

import solution
from solution import TreeNode

SHAPES = st.recursive(
    st.none(), lambda inner: st.tuples(inner, inner), max_leaves=10
).filter(lambda shape: shape is not None and shape != (None, None))


def planted(shape, values):
    if shape is None:
        return None
    return TreeNode(next(values), planted(shape[0], values), planted(shape[1], values))


def below(node):
    return [node, *below(node.left), *below(node.right)] if node else []


@given(SHAPES, st.permutations([-2, -1, 0, 1, 2, 3, 300, 301, 302, 303, 304, 305]), st.data())
@example(((None, None), None), [1, -1], None)
@example((((None, None), None), None), [1, 300, 301], None)
def test_lowest_of_the_common(shape, values, data):
    root = planted(shape, iter(values))
    nodes = below(root)
    assume(len(nodes) > 1)
    if data is None:
        p, q = nodes[-2:]
    else:
        p, q = data.draw(st.permutations(nodes))[:2]
    common = [node for node in nodes if p in below(node) and q in below(node)]
    expected = min(common, key=lambda node: len(below(node)))
    for one, two in ((p, q), (q, p)):
        assert solution.lowest_common_ancestor(root, one, two).val == expected.val
