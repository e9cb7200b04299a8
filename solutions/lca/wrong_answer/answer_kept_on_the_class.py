"""Wrong: the answer is kept on the class and set only once: the second call gives the first call's node."""


class Solution:
    answer = None

    def lowestCommonAncestor(self, root, p, q):
        def count(node):
            if node is None:
                return 0
            found = count(node.left) + count(node.right) + (node is p or node is q)
            if found == 2 and Solution.answer is None:
                Solution.answer = node
            return found

        count(root)
        return Solution.answer
