"""Wrong: gives the upper node as soon as one side found anything: [1,2,null,3], 2, 3 gives 1."""


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        if root is None or root is p or root is q:
            return root
        left = self.lowestCommonAncestor(root.left, p, q)
        right = self.lowestCommonAncestor(root.right, p, q)
        if left or right:
            return root
        return None
