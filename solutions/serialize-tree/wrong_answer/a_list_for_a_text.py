"""Wrong: serialize returns a list, not a text."""


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
        return parts

    def deserialize(self, data):
        parts = iter(data)

        def build():
            part = next(parts)
            if part == "#":
                return None
            return TreeNode(int(part), build(), build())

        return build()
