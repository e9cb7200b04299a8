"""Wrong: turns every second level round: [1,2,3] gives [[1],[3,2]]."""


def level_order(root):
    levels, level = [], [root] if root else []
    while level:
        levels.append([node.val for node in level][:: (-1) ** len(levels)])
        level = [child for node in level for child in (node.left, node.right) if child]
    return levels
