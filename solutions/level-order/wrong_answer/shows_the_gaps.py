"""Wrong: shows a None for each missing child: [1,2] gives [[1],[2,None]]."""


def level_order(root):
    levels, level = [], [root]
    while level:
        levels.append([node.val if node else None for node in level])
        level = [child for node in level if node for child in (node.left, node.right)]
    return levels[:-1]
