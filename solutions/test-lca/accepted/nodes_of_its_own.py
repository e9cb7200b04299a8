"""Accepted: a dataclass of its own in place of TreeNode, and answers that follow from the heap's numbers."""

import random
from dataclasses import dataclass
from typing import Optional

import pytest
import solution


@dataclass(eq=False)
class Node:
    val: int
    left: Optional["Node"] = None
    right: Optional["Node"] = None


def complete(values):
    nodes = {number: Node(value) for number, value in enumerate(values, 1)}
    for number, node in nodes.items():
        node.left, node.right = nodes.get(2 * number), nodes.get(2 * number + 1)
    return nodes


@pytest.mark.parametrize("seed", range(6))
def test_complete_trees(seed):
    rng = random.Random(seed)
    nodes = complete(rng.sample(range(-500, 500), 20))
    for _ in range(15):
        one, two = a, b = rng.sample(sorted(nodes), 2)
        while a != b:
            a, b = (a // 2, b) if a > b else (a, b // 2)
        found = solution.lowestCommonAncestor(nodes[1], nodes[one], nodes[two])
        assert found.val == nodes[a].val


@pytest.mark.parametrize("side", ["left", "right"])
def test_chains(side):
    nodes = [Node(value) for value in (4, 0, -1, 3, 2, 1, -5)]
    for above, below in zip(nodes, nodes[1:]):
        setattr(above, side, below)
    for one in range(len(nodes)):
        for two in range(one + 1, len(nodes)):
            found = solution.lowest_common_ancestor(nodes[0], nodes[two], nodes[one])
            assert found.val == nodes[one].val


def test_a_child_is_missing():
    root = Node(1, Node(2, None, Node(3)), Node(4, Node(5)))
    three, five = root.left.right, root.right.left
    assert solution.lowest_common_ancestor(root, three, five).val == 1
    assert solution.lowest_common_ancestor(root, root.left, three).val == 2
    root = Node(1, None, Node(0, Node(2), Node(3)))
    assert solution.lowest_common_ancestor(root, root.right.left, root.right.right).val == 0
