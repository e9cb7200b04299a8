"""Wrong: keeps the value before on the class: right alone, wrong on the second call."""


class Solution:
    prev = [float("-inf")]

    def isValidBST(self, root):
        if not root:
            return True
        if not self.isValidBST(root.left) or root.val <= self.prev[0]:
            return False
        self.prev[0] = root.val
        return self.isValidBST(root.right)
