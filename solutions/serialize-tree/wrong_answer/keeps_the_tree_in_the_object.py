"""Wrong: keeps the tree in the object, and another one has none: [0] comes back as []."""


class Codec:
    root = None

    def serialize(self, root):
        self.root = root
        return "tree"

    def deserialize(self, data):
        return self.root
