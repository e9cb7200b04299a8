# The tree is made of these nodes. The class is there already, you need not define it:
#
# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right


class Solution:
    def lowestCommonAncestor(self, root: "TreeNode", p: "TreeNode", q: "TreeNode") -> "TreeNode":
        # A plain function `def lowest_common_ancestor(root, p, q):` is fine too.
        pass
