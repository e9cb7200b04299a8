def lowest_common_ancestor(root, p, q):
    order = [root]
    for node in order:
        order.extend(filter(None, (node.left, node.right)))
    mask = defaultdict(int)
    mask[p] |= 1
    mask[q] |= 2
    for node in reversed(order):
        for child in (node.left, node.right):
            if child:
                mask[node] |= mask[child]
        if mask[node] == 3:
            return node
