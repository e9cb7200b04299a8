"""Accepted: bounds in parameters with defaults; None where there is no bound yet."""


class Solution(object):
    def isValidBST(self, root, lo=None, hi=None):
        if root is None:
            return True
        if lo is not None and root.val <= lo:
            return False
        if hi is not None and root.val >= hi:
            return False
        return self.isValidBST(root.left, lo, root.val) and self.isValidBST(root.right, root.val, hi)
