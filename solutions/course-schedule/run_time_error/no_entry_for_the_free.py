"""Crashes: the dictionary has no entry for a course that nobody needs: 1, [] is a KeyError."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        after, waits = {}, [0] * numCourses
        for a, b in prerequisites:
            after.setdefault(b, []).append(a)
            waits[a] += 1
        order = [c for c in range(numCourses) if not waits[c]]
        for c in order:
            for d in after[c]:
                waits[d] -= 1
                if not waits[d]:
                    order.append(d)
        return order if len(order) == numCourses else []
