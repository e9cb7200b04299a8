"""Reference: preorder with a mark for each missing child, read by an iterator."""


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
            return TreeNode(int(part), build(), build())

        return build()
