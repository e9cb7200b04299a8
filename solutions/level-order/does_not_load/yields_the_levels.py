"""Does not load: the entry yields the levels, which makes it a generator function."""


def level_order(root):
    level = [root] if root else []
    while level:
        yield [node.val for node in level]
        level = [child for node in level for child in (node.left, node.right) if child]
