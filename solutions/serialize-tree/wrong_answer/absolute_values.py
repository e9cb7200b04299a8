"""Wrong: loses the minus sign: [-1] comes back as [1]."""


class Codec:
    def serialize(self, root):
        parts = []

        def write(node):
            if node is None:
                parts.append("#")
                return
            parts.append(str(abs(node.val)))
            write(node.left)
            write(node.right)

        write(root)
        return ",".join(parts)

    def deserialize(self, data):
        parts = iter(data.split(","))

        def build():
            part = next(parts)
            if part == "#":
                return None
            return TreeNode(int(part), build(), build())

        return build()
