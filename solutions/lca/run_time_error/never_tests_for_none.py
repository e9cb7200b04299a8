"""Crashes: never tests for a missing child: [1,2,null,3], 2, 3 is an AttributeError on None."""


def lowest_common_ancestor(root, p, q):
    if root.val == p.val or root.val == q.val:
        return root
    left = lowest_common_ancestor(root.left, p, q)
    right = lowest_common_ancestor(root.right, p, q)
    return root if left and right else left or right
