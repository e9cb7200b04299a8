"""Accepted: nodes of a class of its own, a table of pairs as subtests, and a long arm."""

from dataclasses import dataclass
from typing import Optional
import unittest
from solution import lowestCommonAncestor


@dataclass(eq=False)
class Node:
    val: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None


def find(node, value):
    if node is None or node.val == value:
        return node
    return find(node.left, value) or find(node.right, value)


def tree():
    return Node(3, Node(5, Node(6), Node(2, Node(7), Node(4))), Node(1, Node(0), Node(8, None, Node(-9))))


WANTED = {(5, 1): 3, (5, 4): 5, (4, 5): 5, (6, 4): 5, (7, 4): 2, (0, 8): 1, (0, -9): 1, (8, -9): 8, (-9, 8): 8,
          (3, 0): 3, (0, 3): 3, (3, -9): 3, (7, -9): 3, (6, 0): 3, (6, 2): 5, (1, 8): 1, (1, 0): 1, (2, 4): 2, (4, 2): 2}


class LCA(unittest.TestCase):
    def test_table(self):
        for (p, q), wanted in WANTED.items():
            root = tree()
            with self.subTest(p=p, q=q):
                self.assertEqual(lowestCommonAncestor(root, find(root, p), find(root, q)).val, wanted)

    def test_deep(self):
        root = node = Node(0)
        for value in range(1, 300):
            node.left = Node(value)
            node = node.left
        side = Node(-1)
        find_at = root
        for _ in range(150):
            find_at = find_at.left
        find_at.right = side
        self.assertEqual(lowestCommonAncestor(root, node, side).val, 150)
        self.assertEqual(lowestCommonAncestor(root, side, root).val, 0)
