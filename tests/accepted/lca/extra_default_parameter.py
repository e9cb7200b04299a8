def lowest_common_ancestor(root, p, q, memo=None):
    if root is None or root is p or root is q:
        return root
    memo = memo if memo is not None else []
    memo.append(root.val)
    a = lowest_common_ancestor(root.left, p, q, memo)
    b = lowest_common_ancestor(root.right, p, q, memo)
    if a is not None and b is not None:
        return root
    return b if a is None else a
