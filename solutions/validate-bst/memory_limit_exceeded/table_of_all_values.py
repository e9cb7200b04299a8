"""Memory-hungry: sorts with a table that has a place for every value from the least to the greatest."""


class Solution:
    def isValidBST(self, root: Optional[TreeNode]) -> bool:
        values = []

        def walk(node):
            if node:
                walk(node.left)
                values.append(node.val)
                walk(node.right)

        walk(root)
        low, high = min(values), max(values)
        there = [False] * (high - low + 1)
        for value in values:
            there[value - low] = True
        return values == [low + i for i, found in enumerate(there) if found]
