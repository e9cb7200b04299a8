class Solution:
    def findOrder(self, numCourses: int, prerequisites: list[list[int]]) -> list[int]:
        # A plain function `def find_order(numCourses, prerequisites):` is fine too.
        pass
