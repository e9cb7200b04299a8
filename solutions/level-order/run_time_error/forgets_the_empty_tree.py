"""Crashes: puts the root into the queue unseen: [] is an AttributeError on None."""

from collections import deque


class Solution:
    def levelOrder(self, root):
        queue, levels = deque([root]), []
        while queue:
            levels.append([node.val for node in queue])
            for _ in range(len(queue)):
                node = queue.popleft()
                queue.extend(child for child in (node.left, node.right) if child)
        return levels
