"""Wrong: sorts the values to compare, so equal ones pass: [1,1] gives True."""


class Solution:
    def isValidBST(self, root):
        def walk(node):
            return walk(node.left) + [node.val] + walk(node.right) if node else []

        values = walk(root)
        return values == sorted(values)
