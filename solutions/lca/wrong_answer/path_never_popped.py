"""Wrong: one path list, appended and never popped: [1,2,3], 2, 3 gives 2."""


def lowest_common_ancestor(root, p, q):
    def path(node, target, nodes):
        if node is None:
            return False
        nodes.append(node)
        if node is target:
            return True
        return path(node.left, target, nodes) or path(node.right, target, nodes)

    first, second = [], []
    path(root, p, first)
    path(root, q, second)
    answer = root
    for a, b in zip(first, second):
        if a is not b:
            break
        answer = a
    return answer
