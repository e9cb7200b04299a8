"""Wrong: builds the root and nothing below it: [1,2] comes back as [1]."""


class Codec:
    def serialize(self, root):
        parts = []

        def write(node):
            if node is None:
                parts.append("#")
                return
            parts.append(str(node.val))
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
            return TreeNode(int(part))

        return build()
