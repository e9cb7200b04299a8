"""Accepted: a TestCase whose setUp builds the tree anew for each test."""

import unittest

from solution import TreeNode, lowest_common_ancestor

#         3
#       /   \
#      5     1
#     / \     \
#    6   0     8
#       / \     \
#      7   4    -9
CHILDREN = {3: (5, 1), 5: (6, 0), 1: (None, 8), 0: (7, 4), 8: (None, -9)}


class AncestorTest(unittest.TestCase):
    def setUp(self):
        self.nodes = {value: TreeNode(value) for value in (3, 5, 1, 6, 0, 8, 7, 4, -9)}
        for value, (left, right) in CHILDREN.items():
            self.nodes[value].left = self.nodes.get(left)
            self.nodes[value].right = self.nodes.get(right)

    def ask(self, p, q):
        answer = lowest_common_ancestor(self.nodes[3], self.nodes[p], self.nodes[q])
        self.assertTrue(hasattr(answer, "val"), "a node is expected")
        return answer.val

    def test_on_both_sides(self):
        self.assertEqual(self.ask(5, 1), 3)
        self.assertEqual(self.ask(4, -9), 3)
        self.assertEqual(self.ask(8, 6), 3)

    def test_on_one_side(self):
        self.assertEqual(self.ask(6, 4), 5)
        self.assertEqual(self.ask(7, 4), 0)

    def test_one_above_the_other(self):
        for p, q in [(5, 4), (0, 7), (1, -9), (8, -9), (3, 6)]:
            self.assertEqual(self.ask(p, q), p)
            self.assertEqual(self.ask(q, p), p)


if __name__ == "__main__":
    unittest.main()
