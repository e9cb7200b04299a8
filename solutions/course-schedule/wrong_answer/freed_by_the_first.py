"""Wrong: a course is free as soon as one of its needs is met."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        after = [[] for _ in range(numCourses)]
        needs = set()
        for a, b in prerequisites:
            after[b].append(a)
            needs.add(a)
        order = [c for c in range(numCourses) if c not in needs]
        seen = set(order)
        for c in order:
            for d in after[c]:
                if d not in seen:
                    seen.add(d)
                    order.append(d)
        return order if len(order) == numCourses else []
