"""Wrong: answers with the first of p and q it meets, never combines both sides: [1,2,3], 2, 3 gives 2."""


def lowest_common_ancestor(root, p, q):
    if root is None or root is p or root is q:
        return root
    return lowest_common_ancestor(root.left, p, q) or lowest_common_ancestor(root.right, p, q)
