"""Accepted: an iterative post-order walk that keeps the results of finished nodes."""


class Solution:
    def lowestCommonAncestor(self, root: "TreeNode", p: "TreeNode", q: "TreeNode") -> "TreeNode":
        found = {None: 0}
        stack = [root]
        while stack:
            node = stack[-1]
            if node in found:
                stack.pop()
            elif node.left not in found:
                stack.append(node.left)
            elif node.right not in found:
                stack.append(node.right)
            else:
                found[node] = found[node.left] + found[node.right] + (node is p) + (node is q)
                if found[node] == 2:
                    return node
                stack.pop()
