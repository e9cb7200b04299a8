"""Reference: a queue, and its length says where a level ends."""

from collections import deque


def level_order(root):
    levels, queue = [], deque([root] if root else [])
    while queue:
        levels.append([])
        for _ in range(len(queue)):
            node = queue.popleft()
            levels[-1].append(node.val)
            queue.extend(child for child in (node.left, node.right) if child)
    return levels
