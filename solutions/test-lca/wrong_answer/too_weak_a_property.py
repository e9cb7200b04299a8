"""Wrong: that p and q may change places is true of most wrong implementations as well."""

import random

from solution import TreeNode, lowest_common_ancestor


def test_either_way():
    values = iter(random.sample(range(1, 200), 15))
    nodes = [TreeNode(next(values))]
    for above in nodes:
        if len(nodes) < 15:
            above.left, above.right = TreeNode(next(values)), TreeNode(next(values))
            nodes += [above.left, above.right]
    for _ in range(20):
        p, q = random.sample(nodes, 2)
        one, two = lowest_common_ancestor(nodes[0], p, q), lowest_common_ancestor(nodes[0], q, p)
        assert one.val == two.val
