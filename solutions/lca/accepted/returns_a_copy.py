"""Accepted: generators for the root paths, and a fresh node that holds the right value."""
from itertools import takewhile
from typing import Dict, Iterator, Optional


def climb(node: TreeNode, parent: Dict[int, Optional[TreeNode]]) -> Iterator[TreeNode]:
    while node is not None:
        yield node
        node = parent[node.val]


def lowest_common_ancestor(root, p, q):
    parent: Dict[int, Optional[TreeNode]] = {root.val: None}
    stack = [root]
    while stack:
        node = stack.pop()
        for child in (node.left, node.right):
            if child is not None:
                parent[child.val] = node
                stack.append(child)
    one = [node.val for node in climb(p, parent)][::-1]
    two = [node.val for node in climb(q, parent)][::-1]
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(one, two)))
    return TreeNode(same[-1][0])
