"""Accepted: a dataclass of entry and exit times; go down while one child holds both nodes."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Visit:
    entered: int
    left_at: int = -1


class Clock:
    def __init__(self):
        self.now = 0

    def tick(self):
        self.now += 1
        return self.now


def lowestCommonAncestor(root: TreeNode, p: TreeNode, q: TreeNode) -> TreeNode:
    clock, visits = Clock(), {}
    stack = [(root, False)]
    while stack:
        node, done = stack.pop()
        if node is None:
            continue
        if done:
            visits[id(node)].left_at = clock.tick()
            continue
        visits[id(node)] = Visit(clock.tick())
        stack += [(node, True), (node.right, False), (node.left, False)]

    def holds(node, other):
        if node is None:
            return False
        outer, inner = visits[id(node)], visits[id(other)]
        return outer.entered <= inner.entered and inner.left_at <= outer.left_at

    node = root
    while True:
        for child in (node.left, node.right):
            if holds(child, p) and holds(child, q):
                node = child
                break
        else:
            return node
