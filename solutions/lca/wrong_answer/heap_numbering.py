"""Wrong: numbers the nodes as if no child were missing: [1,2,null,3], 2, 3 gives 1."""
from collections import deque


def lowest_common_ancestor(root, p, q):
    order, queue = [None], deque([root])
    while queue:
        node = queue.popleft()
        order.append(node)
        queue.extend(child for child in (node.left, node.right) if child)
    i, j = order.index(p), order.index(q)
    while i != j:
        if i > j:
            i //= 2
        else:
            j //= 2
    return order[i]
