class Solution:
    def lowestCommonAncestor(self, root, p, q):
        root.parent = None
        level = [root]
        while level:
            below = []
            for node in level:
                for child in filter(None, [node.left, node.right]):
                    child.parent = node
                    below.append(child)
            level = below
        chain_of_p = []
        while p:
            chain_of_p.append(p)
            p = p.parent
        members = {id(node) for node in chain_of_p}
        while id(q) not in members:
            q = q.parent
        return q
