"""Crashes: never asks whether there is a node: [0] is an AttributeError on None."""


class Solution:
    def isValidBST(self, root, low=float("-inf"), high=float("inf")):
        if not low < root.val < high:
            return False
        return self.isValidBST(root.left, low, root.val) and self.isValidBST(root.right, root.val, high)
