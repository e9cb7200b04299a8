"""Accepted: a queue of nodes with their bounds; returns 1 or 0."""

from collections import deque


def isValidBST(root):
    queue = deque([(root, float("-inf"), float("inf"))])
    while queue:
        node, low, high = queue.popleft()
        if node:
            if node.val <= low or node.val >= high:
                return 0
            queue.append((node.left, low, node.val))
            queue.append((node.right, node.val, high))
    return 1
