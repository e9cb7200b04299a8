import math
def lca(root, p, q):
    depth = {root: 0}
    jump = [{root: root}]
    order = [root]
    for node in order:
        for child in (node.left, node.right):
            if child is not None:
                depth[child] = depth[node] + 1
                jump[0][child] = node
                order.append(child)
    deepest = max(depth[p], depth[q])
    for step in range(max(1, deepest).bit_length()):
        last = jump[step]
        jump.append({node: last[last[node]] for node in order})
    if depth[p] < depth[q]:
        p, q = q, p
    gap = depth[p] - depth[q]
    for step, table in enumerate(jump):
        if gap >> step & 1:
            p = table[p]
    if p is q:
        return p
    for table in reversed(jump):
        if table[p] is not table[q]:
            p, q = table[p], table[q]
    return jump[0][p]

lowest_common_ancestor = lca
