"""Wrong: climbs with both at the same pace without levelling their depths: [1,2], 1, 2 gives None."""


def lowest_common_ancestor(root, p, q):
    parent, stack = {root: None}, [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    while p is not q:
        if p is None or q is None:
            return None
        p, q = parent[p], parent[q]
    return p
