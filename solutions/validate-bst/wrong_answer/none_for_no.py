"""Wrong: returns nothing in place of False: [1,1] gives None."""


class Solution:
    def isValidBST(self, root, low=float("-inf"), high=float("inf")):
        if not root:
            return True
        if low < root.val < high:
            return self.isValidBST(root.left, low, root.val) and self.isValidBST(root.right, root.val, high)
