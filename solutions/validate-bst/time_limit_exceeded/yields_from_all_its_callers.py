"""Slow: on a long path each value goes up through all the generators above it: n * n / 2 steps."""


def isValidBST(root):
    def inorder(node):
        if node:
            yield from inorder(node.left)
            yield node.val
            yield from inorder(node.right)

    before = None
    for value in inorder(root):
        if before is not None and value <= before:
            return False
        before = value
    return True
