"""Wrong: writes a course down before what follows it is done: the order of discovery."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        after = [[] for _ in range(numCourses)]
        waits = [0] * numCourses
        for a, b in prerequisites:
            after[b].append(a)
            waits[a] += 1
        order, seen = [], set()

        def dfs(c):
            if c not in seen:
                seen.add(c)
                order.append(c)
                for d in after[c]:
                    dfs(d)

        for c in range(numCourses):
            if not waits[c]:
                dfs(c)
        return order if len(order) == numCourses else []
