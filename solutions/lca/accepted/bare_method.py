"""Accepted: a method whose class was left behind; it counts hits below each node by value."""


def lowestCommonAncestor(self, root, p, q):
    answer = None

    def hits(node):
        nonlocal answer
        if node is None:
            return 0
        found = hits(node.left) + hits(node.right)
        found += node.val in (p.val, q.val)
        if found == 2 and answer is None:
            answer = node
        return found

    hits(root)
    return answer
