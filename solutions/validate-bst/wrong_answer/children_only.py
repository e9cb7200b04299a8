"""Wrong: compares each node with its children only: [0,null,2,-1] gives True."""


class Solution:
    def isValidBST(self, root):
        if not root:
            return True
        if root.left and root.left.val >= root.val:
            return False
        if root.right and root.right.val <= root.val:
            return False
        return self.isValidBST(root.left) and self.isValidBST(root.right)
