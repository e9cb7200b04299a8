"""Memory-hungry: a table of who is above whom, n x n: 800 MB for 10,000 nodes."""


def lowest_common_ancestor(root, p, q):
    order = [root]
    for node in order:
        order.extend(child for child in (node.left, node.right) if child)
    number = {node: i for i, node in enumerate(order)}
    above = [[False] * len(order) for _ in order]
    parent = {number[root]: None}
    for node in order:
        for child in (node.left, node.right):
            if child:
                parent[number[child]] = number[node]
    for target in (number[p], number[q]):
        at = target
        while at is not None:
            above[at][target] = True
            at = parent[at]
    deepest = max(i for i in range(len(order)) if above[i][number[p]] and above[i][number[q]])
    return order[deepest]
