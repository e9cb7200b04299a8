"""Slow: copies all levels at each node: n * n / 2 values."""

import copy


class Solution:
    def levelOrder(self, root):
        def walk(node, depth, levels):
            if not node:
                return levels
            levels = copy.deepcopy(levels)
            if depth == len(levels):
                levels.append([])
            levels[depth].append(node.val)
            return walk(node.right, depth + 1, walk(node.left, depth + 1, levels))

        return walk(root, 0, [])
