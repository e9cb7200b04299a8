"""Accepted: walks down from the root for each level: quadratic on a chain, and fast enough."""


class Solution:
    def levelOrder(self, root):
        def height(node):
            return 1 + max(height(node.left), height(node.right)) if node else 0

        def collect(node, depth, level):
            if depth == 0:
                level.append(node.val)
            else:
                if node.left:
                    collect(node.left, depth - 1, level)
                if node.right:
                    collect(node.right, depth - 1, level)

        result = []
        for depth in range(height(root)):
            level = []
            collect(root, depth, level)
            result.append(level)
        return result
