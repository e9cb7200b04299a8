"""Crashes: counts the courses from 1: 1, [] is an IndexError."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        waits = [0] * numCourses
        for a, _ in prerequisites:
            waits[a] += 1
        order = [c for c in range(1, numCourses + 1) if waits[c] == 0]
        for c in order:
            for a, b in prerequisites:
                if b == c:
                    waits[a] -= 1
                    if not waits[a]:
                        order.append(a)
        return order if len(order) == numCourses else []
