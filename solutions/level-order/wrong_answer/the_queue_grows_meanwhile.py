"""Wrong: takes the queue as long as it holds a node, but it grows meanwhile: [1,2] gives [[1,2]]."""

from collections import deque


class Solution:
    def levelOrder(self, root):
        if not root:
            return []
        queue, levels = deque([root]), []
        while queue:
            level, i = [], 0
            while i < len(queue):
                node = queue.popleft()
                level.append(node.val)
                queue.extend(child for child in (node.left, node.right) if child)
            levels.append(level)
        return levels
