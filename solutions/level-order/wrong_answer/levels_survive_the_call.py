"""Wrong: keeps the levels on the class: right alone, wrong on the second call."""


class Solution:
    levels = []

    def levelOrder(self, root, depth=0):
        if root:
            if depth == len(self.levels):
                self.levels.append([])
            self.levels[depth].append(root.val)
            self.levelOrder(root.left, depth + 1)
            self.levelOrder(root.right, depth + 1)
        return self.levels
