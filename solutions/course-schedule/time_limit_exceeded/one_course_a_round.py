"""Slow: looks for the next course among all, with lists for sets: cubic on a chain."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        order = []
        while len(order) < numCourses:
            for c in reversed(range(numCourses)):
                if c not in order and all(b in order for a, b in prerequisites if a == c):
                    order.append(c)
                    break
            else:
                return []
        return order
