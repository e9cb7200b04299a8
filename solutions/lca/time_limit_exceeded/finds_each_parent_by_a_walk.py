"""Slow: searches the whole tree for the parent at every step of the climb, quadratic on deep trees."""


class Solution:
    def lowestCommonAncestor(self, root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
        ancestors = set()
        while p is not None:
            ancestors.add(p)
            p = self.parent(root, p)
        while q not in ancestors:
            q = self.parent(root, q)
        return q

    def parent(self, root, target):
        queue = deque([root])
        while queue:
            node = queue.popleft()
            if node.left is target or node.right is target:
                return node
            for child in (node.left, node.right):
                if child:
                    queue.append(child)
        return None
