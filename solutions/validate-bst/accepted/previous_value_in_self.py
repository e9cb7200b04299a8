"""Accepted: a recursive walk in order that keeps the value before in self."""


class Solution:
    def isValidBST(self, root):
        self.prev = None
        return self.rises(root)

    def rises(self, node):
        if node is None:
            return True
        if not self.rises(node.left):
            return False
        if self.prev is not None and self.prev >= node.val:
            return False
        self.prev = node.val
        return self.rises(node.right)
