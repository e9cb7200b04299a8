"""Accepted: depth first along the arrows, three colours, reversed at the end; a tuple, or nothing."""


class Solution:
    def findOrder(self, numCourses, prerequisites):
        after = [[] for _ in range(numCourses)]
        for a, b in prerequisites:
            after[b].append(a)
        colour, order = ["white"] * numCourses, []

        def paint(course):
            if colour[course] == "grey":
                raise ValueError("circle")
            if colour[course] == "white":
                colour[course] = "grey"
                for other in after[course]:
                    paint(other)
                colour[course] = "black"
                order.append(course)

        try:
            for course in range(numCourses):
                paint(course)
        except ValueError:
            return None
        return tuple(reversed(order))
