"""Accepted: raises the recursion limit itself; the entry is a lambda."""
import sys

sys.setrecursionlimit(10**6)


def search(node, wanted):
    if node is None or node in wanted:
        return node
    left, right = search(node.left, wanted), search(node.right, wanted)
    return node if left and right else left or right


lowest_common_ancestor = lambda root, p, q: search(root, (p, q))
