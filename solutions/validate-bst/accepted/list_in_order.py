"""Accepted: brings a TreeNode of its own, lists the values in order and compares neighbours."""


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right


class Solution:
    def isValidBST(self, root):
        values = []

        def walk(node):
            if node:
                walk(node.left)
                values.append(node.val)
                walk(node.right)

        walk(root)
        return all(one < other for one, other in zip(values, values[1:]))
