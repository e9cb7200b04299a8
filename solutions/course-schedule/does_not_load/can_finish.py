"""Does not load: the entry of question 207, whether all courses can be taken."""


class Solution:
    def canFinish(self, numCourses: int, prerequisites: List[List[int]]) -> bool:
        needs = [set() for _ in range(numCourses)]
        for a, b in prerequisites:
            needs[a].add(b)
        left = set(range(numCourses))
        while free := {c for c in left if not needs[c] & left}:
            left -= free
        return not left
