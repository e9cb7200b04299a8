"""Wrong: never takes a course out of the path again, so a second way to one looks like a circle."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        needs = [[] for _ in range(numCourses)]
        for a, b in prerequisites:
            needs[a].append(b)
        order = []

        def dfs(c, path):
            if c in path:
                return False
            path.add(c)
            if not all(dfs(d, path) for d in needs[c]):
                return False
            if c not in order:
                order.append(c)
            return True

        return order if all(dfs(c, set()) for c in range(numCourses)) else []
