"""Accepted: postorder, read from its end; the parts are kept in self during a call."""


class Codec:
    def serialize(self, root):
        self.out = []
        self.write(root)
        return ";".join(self.out)

    def write(self, node):
        if node:
            self.write(node.left)
            self.write(node.right)
            self.out.append(str(node.val))
        else:
            self.out.append("")

    def deserialize(self, data):
        self.parts = data.split(";")
        return self.build()

    def build(self):
        part = self.parts.pop()
        if not part:
            return None
        node = TreeNode(int(part))
        node.right = self.build()
        node.left = self.build()
        return node
