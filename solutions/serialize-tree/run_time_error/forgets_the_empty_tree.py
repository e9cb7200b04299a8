"""Crashes: asks for the value of a root that is not there: [] is an AttributeError on None."""


class Codec:
    def serialize(self, root):
        parts = [str(root.val)]
        for child in (root.left, root.right):
            parts.append(self.serialize(child) if child else "#")
        return " ".join(parts)

    def deserialize(self, data):
        parts = iter(data.split())

        def build():
            part = next(parts)
            return None if part == "#" else TreeNode(int(part), build(), build())

        return build()
