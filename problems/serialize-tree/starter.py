# The tree is made of these nodes. The class is there already, you need not define it:
#
# class TreeNode:
#     def __init__(self, val=0, left=None, right=None):
#         self.val = val
#         self.left = left
#         self.right = right


class Codec:
    def serialize(self, root: "TreeNode | None") -> str:
        pass

    def deserialize(self, data: str) -> "TreeNode | None":
        pass
