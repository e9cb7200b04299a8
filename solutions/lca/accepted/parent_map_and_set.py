"""Accepted: parents breadth-first until both are seen, a set of ancestors, driver code at the end."""
from collections import deque


def lowest_common_ancestor(root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
    parent = {root.val: None}
    queue = deque([root])
    while p.val not in parent or q.val not in parent:
        node = queue.popleft()
        for child in (node.left, node.right):
            if child:
                parent[child.val] = node
                queue.append(child)
    ancestors = {p.val}
    node = parent[p.val]
    while node:
        ancestors.add(node.val)
        node = parent[node.val]
    while q.val not in ancestors:
        q = parent[q.val]
    return q


if __name__ == "__main__":
    tree = TreeNode(1, TreeNode(2), TreeNode(3))
    print(lowest_common_ancestor(tree, tree.left, tree.right).val)
