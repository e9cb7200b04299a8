"""Slow: writes the way to each node and goes it from the root: quadratic on a chain."""


class Codec:
    def serialize(self, root):
        parts, stack = [], [(root, "")]
        while stack:
            node, way = stack.pop()
            if node:
                parts.append((way, node.val))
                stack += [(node.right, way + "r"), (node.left, way + "l")]
        self.parts = parts
        runs = []
        for way, value in parts:
            short, last, count = "", "", 0
            for step in way:
                if step == last:
                    count += 1
                    continue
                short += f"{last}{count}." if last else ""
                last, count = step, 1
            runs.append(f"{short}{last}{count if last else ''}={value}")
        return ",".join(runs)

    def deserialize(self, data):
        root = None
        for part in data.split(",") if data else []:
            way, value = part.split("=")
            if not way:
                root = TreeNode(int(value))
                continue
            steps = "".join(run[0] * int(run[1:]) for run in way.split("."))
            node = root
            for step in steps[:-1]:
                node = node.left if step == "l" else node.right
            setattr(node, "left" if steps[-1] == "l" else "right", TreeNode(int(value)))
        return root
