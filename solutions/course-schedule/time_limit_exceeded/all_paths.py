"""Slow: depth first that remembers only the path, not what is done: exponential on a ladder."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        needs = [[] for _ in range(numCourses)]
        for a, b in prerequisites:
            needs[a].append(b)
        order, path = [], set()

        def dfs(c):
            if c in path:
                return False
            path.add(c)
            fine = all([dfs(d) for d in needs[c]])
            path.discard(c)
            if c not in order:
                order.append(c)
            return fine

        return order if all([dfs(c) for c in range(numCourses)]) else []
