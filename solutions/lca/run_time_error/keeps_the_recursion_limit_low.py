"""Crashes: sets the recursion limit to 1,000 itself, so a chain of 1,100 nodes is a RecursionError."""
import sys

sys.setrecursionlimit(1000)


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        if root in (None, p, q):
            return root
        left = self.lowestCommonAncestor(root.left, p, q)
        right = self.lowestCommonAncestor(root.right, p, q)
        return root if left and right else left or right
