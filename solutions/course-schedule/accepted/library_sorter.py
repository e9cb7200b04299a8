"""Accepted: the sorter of the standard library."""
from graphlib import CycleError, TopologicalSorter


class Solution:
    def findOrder(self, numCourses: int, prerequisites: List[List[int]]) -> List[int]:
        sorter = TopologicalSorter({c: [] for c in range(numCourses)})
        for course, first in prerequisites:
            sorter.add(course, first)
        try:
            return list(sorter.static_order())
        except CycleError:
            return []
