class Search:
    def __call__(self, root, p, q):
        depth, up, level = {root: 0}, {root: root}, deque([root])
        while level:
            node = level.popleft()
            for kid in filter(None, (node.left, node.right)):
                depth[kid], up[kid] = depth[node] + 1, node
                level.append(kid)
        while p is not q:
            if depth[p] < depth[q]:
                p, q = q, p
            p = up[p]
        return p

class Solution:
    lowestCommonAncestor = Search()
