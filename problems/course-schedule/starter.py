class Solution:
    def findOrder(self, numCourses: int, prerequisites: list[list[int]]) -> list[int]:
        # A plain function `def find_order(num_courses, prerequisites):` is fine too.
        pass
