"""Accepted: the shallowest node between the two first visits of an Euler tour."""


class Solution:
    def lowest_common_ancestor(self, root, p, q):
        tour, first = [], {}
        stack = [(root, 0)]
        while stack:
            node, depth = stack.pop()
            first.setdefault(node.val, len(tour))
            tour.append((depth, node))
            for child in (node.left, node.right):
                if child and child.val not in first:
                    stack.append((node, depth))
                    stack.append((child, depth + 1))
                    break
        start, end = sorted((first[p.val], first[q.val]))
        return min(tour[start:end + 1], key=lambda visit: visit[0])[1]
