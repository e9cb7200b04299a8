"""Memory-hungry: keeps every path that leads to a course, of which there are exponentially many."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        after, waits = [[] for _ in range(numCourses)], [0] * numCourses
        for a, b in prerequisites:
            after[b].append(a)
            waits[a] += 1
        order = [c for c in range(numCourses) if not waits[c]]
        paths = [[(c,)] if not waits[c] else [] for c in range(numCourses)]
        for c in order:
            for d in after[c]:
                paths[d] += [path + (d,) for path in paths[c]]
                waits[d] -= 1
                if not waits[d]:
                    order.append(d)
        return order if len(order) == numCourses else []
