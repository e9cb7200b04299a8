"""Wrong: takes the first of a pair before the second: 2, [[1, 0]] gives [1, 0]."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        after = [[] for _ in range(numCourses)]
        waits = [0] * numCourses
        for a, b in prerequisites:
            after[a].append(b)
            waits[b] += 1
        order = [c for c in range(numCourses) if not waits[c]]
        for c in order:
            for d in after[c]:
                waits[d] -= 1
                if not waits[d]:
                    order.append(d)
        return order if len(order) == numCourses else []
