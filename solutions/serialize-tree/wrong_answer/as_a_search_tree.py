"""Wrong: hangs the values into a search tree: [1,2] comes back as [1,null,2]."""


class Codec:
    def serialize(self, root):
        parts, stack = [], [root]
        while stack:
            node = stack.pop()
            if node:
                parts.append(str(node.val))
                stack += [node.right, node.left]
        return ",".join(parts)

    def deserialize(self, data):
        root = None
        for part in data.split(",") if data else []:
            node = TreeNode(int(part))
            if root is None:
                root = node
                continue
            at = root
            while True:
                side = "left" if node.val < at.val else "right"
                if getattr(at, side) is None:
                    setattr(at, side, node)
                    break
                at = getattr(at, side)
        return root
