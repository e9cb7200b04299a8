"""Wrong: returns the values in order and says neither yes nor no: [0] gives [0]."""


class Solution:
    def isValidBST(self, root):
        def walk(node):
            return walk(node.left) + [node.val] + walk(node.right) if node else []

        return walk(root)
