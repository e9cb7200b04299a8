"""Wrong: begins with -1 as the value before, as if none were below 0: [-1] gives False."""


class Solution:
    def isValidBST(self, root):
        self.prev = -1

        def walk(node):
            if not node:
                return True
            if not walk(node.left) or node.val <= self.prev:
                return False
            self.prev = node.val
            return walk(node.right)

        return walk(root)
