"""Wrong: fewest needs first, which is no order: a course with one need may wait for one with two."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        needs = [[] for _ in range(numCourses)]
        for a, b in prerequisites:
            needs[a].append(b)
        order = sorted(range(numCourses), key=lambda c: len(needs[c]))
        return order if any(not n for n in needs) else []
