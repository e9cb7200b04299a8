"""Wrong: leaves the last common node out when one path ends: [1,2,null,3], 2, 3 gives 1."""


class Solution:
    def lowestCommonAncestor(self, root, p, q):
        a, b = self.path(root, p), self.path(root, q)
        i = 0
        while i + 1 < min(len(a), len(b)) and a[i + 1] is b[i + 1]:
            i += 1
        if i + 1 == len(a) or i + 1 == len(b):
            return a[max(i - 1, 0)]
        return a[i]

    def path(self, root, target):
        stack = [(root, None)]
        while stack:
            node, link = stack.pop()
            link = (node, link)
            if node is target:
                break
            stack += [(child, link) for child in (node.left, node.right) if child]
        nodes = []
        while link:
            nodes.append(link[0])
            link = link[1]
        return nodes[::-1]
