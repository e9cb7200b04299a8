"""Wrong: `or` in place of `and`, so one valid side is enough: [1,1] gives True."""


class Solution:
    def isValidBST(self, root):
        def valid(node, low, high):
            if not node:
                return True
            if not (low < node.val < high):
                return False
            return valid(node.left, low, node.val) or valid(node.right, node.val, high)

        return valid(root, float("-inf"), float("inf"))
