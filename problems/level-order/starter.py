# The tree is made of these nodes. The class is there already, you need not define it:
#
# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right


class Solution:
    def levelOrder(self, root: "TreeNode | None") -> "list[list[int]]":
        # A plain function `def level_order(root):` is fine too.
        pass
