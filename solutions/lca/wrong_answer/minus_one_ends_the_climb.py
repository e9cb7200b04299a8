"""Wrong: marks the root's missing parent by -1, which is a value too: [1,-1], 1, -1 gives None."""


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        nodes, parent = {root.val: root}, {root.val: -1}
        stack = [root]
        while stack:
            node = stack.pop()
            for child in (node.left, node.right):
                if child:
                    nodes[child.val] = child
                    parent[child.val] = node.val
                    stack.append(child)
        ancestors, at = set(), p.val
        while at != -1:
            ancestors.add(at)
            at = parent[at]
        at = q.val
        while at != -1:
            if at in ancestors:
                return nodes[at]
            at = parent[at]
        return None
