class Solution:
    @staticmethod
    def lowestCommonAncestor(root, p, q):
        path = {}
        todo = deque([(root, None)])
        while todo:
            node, above = todo.popleft()
            if node is None:
                continue
            path[node] = above
            todo.extend([(node.left, node), (node.right, node)])
        a, b = p, q
        while a is not b:
            a = path[a] if a else q
            b = path[b] if b else p
        return a
