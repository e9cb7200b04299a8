"""Wrong: takes a bound of 0 for none: [0,1] gives True."""


class Solution:
    def isValidBST(self, root):
        def valid(node, low, high):
            if not node:
                return True
            if not ((not low or low < node.val) and (not high or node.val < high)):
                return False
            return valid(node.left, low, node.val) and valid(node.right, node.val, high)

        return valid(root, None, None)
