def lowest_common_ancestor(root, p, q):
    up, todo = {root: None}, [root]
    while todo:
        node = todo.pop()
        if (left := node.left):
            up[left] = node; todo.append(left)
        if (right := node.right):
            up[right] = node; todo.append(right)
    line = {p}
    while (p := up[p]):
        line.add(p)
    while q not in line and (q := up[q]):
        pass
    return q
