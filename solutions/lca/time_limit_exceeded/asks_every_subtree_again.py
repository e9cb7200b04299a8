"""Slow: asks "is it in this subtree?" at every level, quadratic on a chain of 10,000 nodes."""


def contains(node, target):
    stack = [node]
    while stack:
        current = stack.pop()
        if current is None:
            continue
        if current is target:
            return True
        stack.append(current.left)
        stack.append(current.right)
    return False


def lowest_common_ancestor(root, p, q):
    node = root
    while True:
        if contains(node.left, p) and contains(node.left, q):
            node = node.left
        elif contains(node.right, p) and contains(node.right, q):
            node = node.right
        else:
            return node
