def lowest_common_ancestor(root, p, q):
    parent = {root: None}
    stack = [root]
    while p not in parent or q not in parent:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    seen = set()
    while p:
        seen.add(p)
        p = parent[p]
    while q not in seen:
        q = parent[q]
    return q
