def lowestCommonAncestor(root, p, q):
    result = None

    def visit(node) -> int:
        nonlocal result
        if node is None or result is not None:
            return 0
        total = visit(node.left)
        total += visit(node.right)
        if node is p: total += 1
        if node is q: total += 1
        if total == 2 and result is None:
            result = node
        return total
    visit(root)
    return result
