def lowest_common_ancestor(root, p, q):
    def walk():
        path = []
        stack = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            del path[depth:]
            path.append(node)
            yield node, path
            for child in (node.right, node.left):
                if child is not None:
                    stack.append((child, depth + 1))

    ways = [list(path) for node, path in walk() if node is p or node is q]
    answer = None
    for one, other in zip(*ways):
        if one is not other:
            break
        answer = one
    return answer
