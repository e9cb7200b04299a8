"""Memory-hungry: keeps the whole path to each node of a chain, 50 million places in all."""

from solution import TreeNode, lowest_common_ancestor


def test_chain():
    root = TreeNode(0)
    paths = [[root]]
    for value in range(1, 10_000):
        node = TreeNode(value)
        paths[-1][-1].right = node
        paths.append([*paths[-1], node])
    for one, two in [(paths[10], paths[9_999]), (paths[500], paths[20])]:
        expected = [a for a, b in zip(one, two) if a is b][-1]
        assert lowest_common_ancestor(root, one[-1], two[-1]).val == expected.val
