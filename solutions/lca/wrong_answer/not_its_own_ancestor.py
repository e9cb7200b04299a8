"""Wrong: begins to climb at the parents, so no node is its own ancestor: [1,2], 1, 2 gives None."""


def lowest_common_ancestor(root, p, q):
    parent = {root: None}
    stack = [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    ancestors = set()
    node = parent[p]
    while node:
        ancestors.add(node)
        node = parent[node]
    node = parent[q]
    while node and node not in ancestors:
        node = parent[node]
    return node
