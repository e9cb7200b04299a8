"""Reference: a walk in order with its own stack; each value must be larger than the one before."""


def is_valid_bst(root):
    stack, node, before = [], root, None
    while stack or node:
        while node:
            stack.append(node)
            node = node.left
        node = stack.pop()
        if before is not None and node.val <= before:
            return False
        before, node = node.val, node.right
    return True
