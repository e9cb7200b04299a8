"""Wrong: compares the two root paths from their lower ends: [1,2,null,3], 2, 3 gives 1."""


def path_to(root, target):
    parent, stack = {root: None}, [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child:
                parent[child] = node
                stack.append(child)
    path = []
    while target:
        path.append(target)
        target = parent[target]
    return path


def lowest_common_ancestor(root, p, q):
    for a, b in zip(path_to(root, p), path_to(root, q)):
        if a is b:
            return a
    return root
