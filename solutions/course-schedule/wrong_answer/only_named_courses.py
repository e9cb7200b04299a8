"""Wrong: leaves out courses that no pair names: 2, [] gives []."""


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        waits = {c: 0 for pair in prerequisites for c in pair}
        for a, _ in prerequisites:
            waits[a] += 1
        order = [c for c in waits if not waits[c]]
        for c in order:
            for a, b in prerequisites:
                if b == c:
                    waits[a] -= 1
                    if not waits[a]:
                        order.append(a)
        return order if len(order) == len(waits) else []
