"""Wrong: lists the nodes, not their values."""


def level_order(root):
    levels, level = [], [root] if root else []
    while level:
        levels.append(level)
        level = [child for node in level for child in (node.left, node.right) if child]
    return levels
