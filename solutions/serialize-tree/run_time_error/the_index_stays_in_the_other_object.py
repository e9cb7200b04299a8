"""Crashes: serialize sets the index to read by, and another object that reads has none: an AttributeError."""


class Codec:
    def serialize(self, root):
        self.index = -1
        if not root:
            return "#"
        return f"{root.val},{self.serialize(root.left)},{self.serialize(root.right)}"

    def deserialize(self, data):
        self.index += 1
        part = data.split(",")[self.index]
        if part == "#":
            return None
        return TreeNode(int(part), self.deserialize(data), self.deserialize(data))
