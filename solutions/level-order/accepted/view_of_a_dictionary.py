"""Accepted: brings a TreeNode of its own, and returns a view of its dictionary of levels."""

from collections import defaultdict


class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val = val
        self.left = left
        self.right = right


class Solution:
    def levelOrder(self, root):
        levels = defaultdict(list)

        def walk(node, depth):
            if node:
                levels[depth].append(node.val)
                walk(node.left, depth + 1)
                walk(node.right, depth + 1)

        walk(root, 0)
        return levels.values()
