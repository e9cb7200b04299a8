"""Accepted: JSON of the values in preorder, null for a missing child."""

import json


class Codec:
    def serialize(self, root):
        out, stack = [], [root]
        while stack:
            node = stack.pop()
            out.append(node and node.val)
            if node:
                stack += [node.right, node.left]
        return json.dumps(out)

    def deserialize(self, data):
        values = json.loads(data)[::-1]

        def build():
            value = values.pop()
            if value is None:
                return None
            node = TreeNode(value)
            node.left = build()
            node.right = build()
            return node

        return build()
