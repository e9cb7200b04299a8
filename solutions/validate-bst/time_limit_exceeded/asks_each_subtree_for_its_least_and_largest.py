"""Slow: looks at all values below each node: quadratic on a chain."""


class Solution:
    def values(self, node):
        stack = [node] if node else []
        while stack:
            node = stack.pop()
            yield node.val
            stack += [child for child in (node.left, node.right) if child]

    def isValidBST(self, root):
        if not root:
            return True
        if any(value >= root.val for value in self.values(root.left)):
            return False
        if any(value <= root.val for value in self.values(root.right)):
            return False
        return self.isValidBST(root.left) and self.isValidBST(root.right)
