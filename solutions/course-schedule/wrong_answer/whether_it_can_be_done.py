"""Wrong: answers the other question, whether there is an order: True."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> bool:
        after = [[] for _ in range(numCourses)]
        waits = [0] * numCourses
        for a, b in prerequisites:
            after[b].append(a)
            waits[a] += 1
        order = [c for c in range(numCourses) if not waits[c]]
        for c in order:
            for d in after[c]:
                waits[d] -= 1
                if not waits[d]:
                    order.append(d)
        return len(order) == numCourses
