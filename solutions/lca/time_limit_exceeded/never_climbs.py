"""Slow: the climb reads parent[p] in place of parent[node] and never ends from depth 2 on."""


def lowest_common_ancestor(root, p, q):
    parent, stack = {root: None}, [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    ancestors = {p}
    node = p
    while parent[node]:
        node = parent[p]
        ancestors.add(node)
    while q not in ancestors:
        q = parent[q]
    return q
