"""Reference: parents by a walk with its own stack, then both nodes climb to the same depth.

Time: O(n), Space: O(n).
"""


def lowest_common_ancestor(root, p, q):
    above = {root: None}
    stack = [root]
    while stack:
        node = stack.pop()
        left, right = node.left, node.right
        if left is not None:
            above[left] = node
            stack.append(left)
        if right is not None:
            above[right] = node
            stack.append(right)
    p_depth, q_depth = depth_of(p, above), depth_of(q, above)
    while p_depth > q_depth:
        p = above[p]
        p_depth -= 1
    while q_depth > p_depth:
        q = above[q]
        q_depth -= 1
    while p is not q:
        p, q = above[p], above[q]
    return p


def depth_of(node, above):
    depth = 0
    while above[node] is not None:
        node = above[node]
        depth += 1
    return depth
