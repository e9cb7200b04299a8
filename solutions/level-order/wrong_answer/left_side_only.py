"""Wrong: takes one child of each node: [1,2,3] gives [[1],[2]]."""


def level_order(root):
    levels, level = [], [root] if root else []
    while level:
        levels.append([node.val for node in level])
        level = [child for node in level for child in (node.left or node.right,) if child]
    return levels
