"""Crashes: puts missing children into the next level: [0] is an AttributeError on None."""


def level_order(root):
    if root is None:
        return []
    levels, level = [], [root]
    while level:
        levels.append([node.val for node in level])
        level = [child for node in level for child in (node.left, node.right)]
    return levels
