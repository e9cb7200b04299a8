# The tree is made of these nodes. The class is there already, you need not define it:
#
# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right


class Solution:
    def isValidBST(self, root: "TreeNode") -> bool:
        # A plain function `def is_valid_bst(root):` is fine too.
        pass
