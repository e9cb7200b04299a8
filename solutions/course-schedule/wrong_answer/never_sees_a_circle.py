"""Wrong: depth first without looking for circles: 2, [[0, 1], [1, 0]] gives [1, 0]."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        needs = [[] for _ in range(numCourses)]
        for a, b in prerequisites:
            needs[a].append(b)
        order, seen = [], set()

        def dfs(c):
            if c not in seen:
                seen.add(c)
                for d in needs[c]:
                    dfs(d)
                order.append(c)

        for c in range(numCourses):
            dfs(c)
        return order
