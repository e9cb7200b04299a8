"""Wrong: an empty list gives 1."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        present = set(nums)
        best = 1
        for x in present:
            if x - 1 not in present:
                end = x
                while end in present:
                    end += 1
                best = max(best, end - x)
        return best
