"""Reference: take what waits for nothing, and free what waits for it; the order is the queue.

Time: O(n + pairs), Space: O(n + pairs).
"""


def find_order(numCourses, prerequisites):
    needed_by = [[] for _ in range(numCourses)]
    waits = [0] * numCourses
    for course, first in prerequisites:
        needed_by[first].append(course)
        waits[course] += 1
    order = [course for course in range(numCourses) if waits[course] == 0]
    for course in order:
        for other in needed_by[course]:
            waits[other] -= 1
            if waits[other] == 0:
                order.append(other)
    return order if len(order) == numCourses else []
