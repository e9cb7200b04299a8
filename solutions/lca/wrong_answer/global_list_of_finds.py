"""Wrong: a module-level list of finds survives the call: the second call answers for the first one."""
found = []


def lowestCommonAncestor(root, p, q):
    def search(node):
        if node is None:
            return False
        left, right = search(node.left), search(node.right)
        here = node is p or node is q
        if left + right + here == 2:
            found.append(node)
        return left or right or here

    search(root)
    return found[0]
