"""Accepted: a graph search with a stack: the neighbours of a number are one less and one more."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        rest = set(nums)
        best = 0
        while rest:
            stack = [rest.pop()]
            length = 0
            while stack:
                x = stack.pop()
                length += 1
                for y in (x - 1, x + 1):
                    if y in rest:
                        rest.remove(y)
                        stack.append(y)
            best = max(best, length)
        print("longest run:", best)
        return best
