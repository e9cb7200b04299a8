class Solution:
    def lowestCommonAncestor(self, root, p, q):
        # Turns the tree upside down: left becomes the way to the parent.
        stack = [root]
        links = []
        while stack:
            n = stack.pop()
            for c in (n.left, n.right):
                if c:
                    links.append((c, n))
                    stack.append(c)
        root.left = None
        for child, above in links:
            child.left = above
        marked = set()
        while p is not None:
            marked.add(id(p))
            p = p.left
        while id(q) not in marked:
            q = q.left
        return q
