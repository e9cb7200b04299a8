"""Memory-hungry: a matrix of who is whose child, n x n places: 800 MB for 10,000 nodes."""

import json


class Codec:
    def serialize(self, root):
        nodes = [root] if root else []
        for node in nodes:
            nodes += [child for child in (node.left, node.right) if child]
        number = {node: i for i, node in enumerate(nodes)}
        sides = [None] * (len(nodes) * len(nodes))
        for node, i in number.items():
            if node.left:
                sides[i * len(nodes) + number[node.left]] = "left"
            if node.right:
                sides[i * len(nodes) + number[node.right]] = "right"
        there = [(place, side) for place, side in enumerate(sides) if side]
        return json.dumps([[node.val for node in nodes], there])

    def deserialize(self, data):
        values, there = json.loads(data)
        nodes = [TreeNode(value) for value in values]
        for place, side in there:
            parent, child = divmod(place, len(nodes))
            setattr(nodes[parent], side, nodes[child])
        return nodes[0] if nodes else None
