"""Wrong: hands the parent's bound down and forgets the other: [0,null,2,-1] gives True."""


class Solution:
    def isValidBST(self, root):
        def valid(node, low, high):
            if not node:
                return True
            if not (low < node.val < high):
                return False
            return valid(node.left, float("-inf"), node.val) and valid(node.right, node.val, float("inf"))

        return valid(root, float("-inf"), float("inf"))
