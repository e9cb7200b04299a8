"""Wrong: asks which nodes are strictly below and never counts the node itself: [1,2,null,3], 2, 3 gives 1."""


def lowest_common_ancestor(root, p, q):
    below, order = {}, [root]
    for node in order:
        order.extend(child for child in (node.left, node.right) if child)
    for node in reversed(order):
        below[node] = 0
        for child in (node.left, node.right):
            if child:
                below[node] += below[child] + (child is p or child is q)
        if below[node] == 2:
            return node
    return root
