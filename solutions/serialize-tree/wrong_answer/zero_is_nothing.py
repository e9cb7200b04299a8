"""Wrong: takes a value of 0 for a missing node: [0] comes back as []."""


class Codec:
    def serialize(self, root):
        parts = []

        def write(node):
            if node is None or not node.val:
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
