"""Crashes: never tests for a missing child: [1,2], 1, 2 passes, [1,2,3], 1, 3 too, [1,null,2,3], 3, 2 as well; [1,2,null,3], 3, 1 passes; [1,2,3,4], 4, 3 is an AttributeError."""


def lowest_common_ancestor(root, p, q):
    if root.val == p.val or root.val == q.val:
        return root
    left = lowest_common_ancestor(root.left, p, q)
    right = lowest_common_ancestor(root.right, p, q)
    return root if left and right else left or right
