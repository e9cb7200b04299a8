"""Slow: compares all pairs of values: n * n / 2 steps."""


def is_valid_bst(root):
    def walk(node):
        if node:
            walk(node.left)
            values.append(node.val)
            walk(node.right)

    values = []
    walk(root)
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            if values[i] >= values[j]:
                return False
    return True
