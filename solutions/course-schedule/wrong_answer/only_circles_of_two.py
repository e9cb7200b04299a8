"""Wrong: looks for pairs that need each other, and overlooks longer circles."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        pairs = {tuple(pair) for pair in prerequisites}
        if any((b, a) in pairs for a, b in pairs):
            return []
        order, seen = [], set()

        def dfs(c):
            if c not in seen:
                seen.add(c)
                for a, b in prerequisites:
                    if a == c:
                        dfs(b)
                order.append(c)

        for c in range(numCourses):
            dfs(c)
        return order
