class Solution:
    def isValidBST(self, root):
        pre = None; ok = True
        while root:
            if root.left:
                p = root.left
                while p.right and p.right is not root: p = p.right
                if not p.right:
                    p.right = root; root = root.left; continue
                p.right = None
            if pre is not None and root.val <= pre: ok = False
            pre = root.val; root = root.right
        return ok
