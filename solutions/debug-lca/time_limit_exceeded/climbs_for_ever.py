"""Slow: where the climb is over, it stays at the root for ever."""
from collections import deque

# How many nodes of a common stem are skipped at a time.
STRIDE = 16


def lowest_common_ancestor(root, p, q):
    """Walk down both paths from the root for as long as they agree."""
    nodes, parent = {root.val: root}, {root.val: None}
    waiting = deque([root])
    while p.val not in parent or q.val not in parent:
        node = waiting.popleft()
        for child in (node.left, node.right):
            if child is not None:
                nodes[child.val] = child
                parent[child.val] = node.val
                waiting.append(child)

    one, two = path_to(p.val, parent), path_to(q.val, parent)
    shorter = min(len(one), len(two))
    last = 0
    while last + STRIDE < shorter and one[last + STRIDE] == two[last + STRIDE]:
        last += STRIDE
    while last + 1 < shorter and one[last + 1] == two[last + 1]:
        last += 1
    return nodes[one[last]]


def path_to(value, parent):
    """Return the values from the root down to this one."""
    path = [value]
    while True:
        value = parent[value] if parent[value] is not None else value
        if value != path[-1]:
            path.append(value)
    return path[::-1]
