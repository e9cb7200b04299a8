"""Accepted: for each course that is taken goes through all pairs, O(n * pairs)."""


def findOrder(numCourses, prerequisites):
    waits = [0] * numCourses
    for pair in prerequisites:
        waits[pair[0]] += 1
    stack = [c for c in range(numCourses) if waits[c] == 0]
    order = []
    while stack:
        taken = stack.pop()
        order.append(taken)
        for pair in prerequisites:
            if pair[1] == taken:
                waits[pair[0]] -= 1
                if waits[pair[0]] == 0:
                    stack.append(pair[0])
    return order if len(order) == numCourses else []
