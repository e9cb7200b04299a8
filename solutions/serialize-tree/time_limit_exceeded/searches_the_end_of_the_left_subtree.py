"""Slow: searches the end of each left subtree: quadratic on a chain to the left."""


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
        parts = data.split(",")

        def build(start):
            if parts[start] == "#":
                return None
            end, missing = start + 1, 1
            while missing:
                missing += -1 if parts[end] == "#" else 1
                end += 1
            return TreeNode(int(parts[start]), build(start + 1), build(end))

        return build(0)
