"""Wrong: begins with bounds that are values too: [-2147483648] gives False."""


class Solution:
    def isValidBST(self, root):
        def valid(node, low, high):
            if not node:
                return True
            if not (low < node.val < high):
                return False
            return valid(node.left, low, node.val) and valid(node.right, node.val, high)

        return valid(root, -(2**31), 2**31 - 1)
