"""Wrong: passes values around and takes 0 for "nothing found": [1,0,2], 0, 2 gives 2."""


def lowest_common_ancestor(root, p, q):
    nodes = {}

    def search(node):
        if node is None:
            return None
        nodes[node.val] = node
        if node.val == p.val or node.val == q.val:
            return node.val
        left, right = search(node.left), search(node.right)
        if left and right:
            return node.val
        return left if left else right

    return nodes.get(search(root), root)
