"""Accepted: the values in order must be the sorted set of themselves."""


class Solution:
    def inorder(self, root):
        return self.inorder(root.left) + [root.val] + self.inorder(root.right) if root else []

    def isValidBST(self, root):
        values = self.inorder(root)
        return values == sorted(set(values))
