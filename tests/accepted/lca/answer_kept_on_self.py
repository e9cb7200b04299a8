class Solution:
    def __init__(self):
        self.answer = None

    def lowestCommonAncestor(self, root, p, q):
        def count(node):
            if not node:
                return 0
            found = count(node.left) + count(node.right) + (node is p or node is q)
            if found == 2 and self.answer is None:
                self.answer = node
            return found

        count(root)
        return self.answer
