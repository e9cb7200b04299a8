"""Crashes: walks along both paths and forgets that one may end first: [1,2], 1, 2 is an IndexError."""


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        def path(node, target):
            if node is None:
                return []
            if node is target:
                return [node]
            below = path(node.left, target) or path(node.right, target)
            return [node] + below if below else []

        a, b = path(root, p), path(root, q)
        i = 0
        while a[i] is b[i]:
            i += 1
        return a[i - 1]
