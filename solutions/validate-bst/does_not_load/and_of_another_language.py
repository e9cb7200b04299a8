"""Does not load: `&&` in place of `and`, as in Java and C++."""


class Solution:
    def isValidBST(self, root, low=float("-inf"), high=float("inf")):
        if root is None:
            return True
        if not (low < root.val && root.val < high):
            return False
        return self.isValidBST(root.left, low, root.val) and self.isValidBST(root.right, root.val, high)
