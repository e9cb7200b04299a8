"""Accepted: the shape in preorder, `x` for a node and a dot for none, and then the values."""


class Codec:
    def serialize(self, root):
        shape, values, stack = "", [], [root]
        while stack:
            node = stack.pop()
            if node:
                shape += "x"
                values.append(str(node.val))
                stack.extend((node.right, node.left))
            else:
                shape += "."
        return " ".join([shape, *values])

    def deserialize(self, data):
        shape, *values = data.split(" ")
        shape, values = iter(shape), iter(values)

        def build():
            if next(shape) in ".":
                return None
            return TreeNode(int(next(values)), build(), build())

        return build()
