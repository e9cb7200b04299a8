"""Accepted: two root paths by backtracking, compared from the root, with prints left in."""


class Solution:
    def lowestCommonAncestor(self, root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
        first, second = [], []
        self.path(root, p, first)
        self.path(root, q, second)
        print("lengths", len(first), len(second))
        common = None
        for a, b in zip(first, second):
            if a is not b:
                break
            common = a
        print("answer:", common.val)
        return common

    def path(self, node, target, nodes):
        if node is None:
            return False
        nodes.append(node)
        if node is target or self.path(node.left, target, nodes) or self.path(node.right, target, nodes):
            return True
        nodes.pop()
        return False
