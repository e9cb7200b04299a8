"""Wrong: counts the steps between the numbers of a run."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        present = set(nums)
        best = 0
        for x in present:
            if x - 1 not in present:
                length = 0
                while x + length + 1 in present:
                    length += 1
                best = max(best, length)
        return best
