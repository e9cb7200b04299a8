"""Does not load: a colon is missing after the condition."""


def lowest_common_ancestor(root, p, q):
    if root is None or root is p or root is q
        return root
    left = lowest_common_ancestor(root.left, p, q)
    right = lowest_common_ancestor(root.right, p, q)
    return root if left and right else left or right
