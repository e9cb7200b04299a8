"""Accepted: writes a parent into every node and climbs with two pointers that swap their starts."""


class Solution(object):
    def lowestCommonAncestor(self, root, p, q):
        """
        :type root: TreeNode
        :type p: TreeNode
        :type q: TreeNode
        :rtype: TreeNode
        """
        root.parent = None
        pending = [root]
        for node in pending:
            for child in filter(None, [node.left, node.right]):
                child.parent = node
                pending.append(child)
        a, b = p, q
        while a is not b:
            a = a.parent if a else q
            b = b.parent if b else p
        return a
