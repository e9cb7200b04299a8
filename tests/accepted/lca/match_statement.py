def lowest_common_ancestor(root, p, q):
    match root:
        case None:
            return None
        case node if node is p or node is q:
            return node
    match (lowest_common_ancestor(root.left, p, q), lowest_common_ancestor(root.right, p, q)):
        case (None, None):
            return None
        case (found, None) | (None, found):
            return found
        case _:
            return root
