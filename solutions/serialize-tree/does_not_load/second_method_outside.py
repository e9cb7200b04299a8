"""Does not load: deserialize stands outside the class, by its indentation."""


class Codec:
    def serialize(self, root):
        if root is None:
            return "#"
        return f"{root.val},{self.serialize(root.left)},{self.serialize(root.right)}"


def deserialize(self, data):
    parts = iter(data.split(","))

    def build():
        part = next(parts)
        if part == "#":
            return None
        return TreeNode(int(part), build(), build())

    return build()
