"""Crashes: compares the first value with None: [0] is a TypeError."""


class Solution:
    def isValidBST(self, root):
        self.prev = None

        def walk(node):
            if not node:
                return True
            if not walk(node.left) or node.val <= self.prev:
                return False
            self.prev = node.val
            return walk(node.right)

        return walk(root)
