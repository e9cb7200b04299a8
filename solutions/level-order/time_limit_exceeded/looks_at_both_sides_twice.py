"""Slow: asks for the height of a side twice, exponential in the depth."""


class Solution:
    def height(self, node):
        if not node:
            return 0
        if self.height(node.left) > self.height(node.right):
            return 1 + self.height(node.left)
        return 1 + self.height(node.right)

    def levelOrder(self, root):
        levels = [[] for _ in range(self.height(root))]

        def walk(node, depth):
            if node:
                levels[depth].append(node.val)
                walk(node.left, depth + 1)
                walk(node.right, depth + 1)

        walk(root, 0)
        return levels
