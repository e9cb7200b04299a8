"""Accepted: one level makes the next; returns tuples, and None for an empty tree."""


def levelOrder(root):
    if root is None:
        return
    levels, level = [], [root]
    while level:
        levels.append(tuple(node.val for node in level))
        level = [child for node in level for child in (node.left, node.right) if child]
    return tuple(levels)
