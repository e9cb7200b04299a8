"""Accepted: recursion that appends each value to the list of its depth."""


class Solution(object):
    def levelOrder(self, root):
        res = []
        self.walk(root, 0, res)
        return res

    def walk(self, node, depth, res):
        if not node:
            return
        if len(res) == depth:
            res.append([])
        res[depth].append(node.val)
        self.walk(node.left, depth + 1, res)
        self.walk(node.right, depth + 1, res)
