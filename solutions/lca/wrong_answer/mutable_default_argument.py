"""Wrong: the ancestors of p are kept in a default argument: the second call still holds the first call's."""


def lowest_common_ancestor(root, p, q, ancestors=set()):
    parent, stack = {root: None}, [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    while p:
        ancestors.add(p.val)
        p = parent[p]
    while q.val not in ancestors:
        q = parent[q]
    return q
