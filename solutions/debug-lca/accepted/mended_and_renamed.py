"""Accepted: both lines mended, and names that say more."""
from collections import deque

# How many nodes of a common stem are skipped at a time.
STRIDE = 16


def lowest_common_ancestor(root, p, q):
    """Walk down both paths from the root for as long as they agree."""
    nodes, parent = {root.val: root}, {root.val: None}
    queue = deque([root])
    while p.val not in parent or q.val not in parent:
        node = queue.popleft()
        for child in (node.left, node.right):
            if child is not None:
                nodes[child.val] = child
                parent[child.val] = node.val
                queue.append(child)

    path_of_p, path_of_q = path_to(p.val, parent), path_to(q.val, parent)
    shorter = min(len(path_of_p), len(path_of_q))
    last = 0
    while last + STRIDE < shorter and path_of_p[last + STRIDE] == path_of_q[last + STRIDE]:
        last += STRIDE
    while last + 1 < shorter and path_of_p[last + 1] == path_of_q[last + 1]:
        last += 1
    return nodes[path_of_p[last]]


def path_to(value, parent):
    """Return the values from the root down to this path_of_p."""
    path = [value]
    while parent[value] is not None:
        value = parent[value]
        path.append(value)
    return path[::-1]
