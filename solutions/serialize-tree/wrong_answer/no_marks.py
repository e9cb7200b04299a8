"""Wrong: writes no mark where a child is missing: [1,null,2] comes back as [1,2]."""


class Codec:
    def serialize(self, root):
        parts = []

        def write(node):
            if node is None:
                return
            parts.append(str(node.val))
            write(node.left)
            write(node.right)

        write(root)
        return ",".join(parts)

    def deserialize(self, data):
        parts = iter(data.split(","))

        def build():
            part = next(parts, "#") or "#"
            if part == "#":
                return None
            return TreeNode(int(part), build(), build())

        return build()
