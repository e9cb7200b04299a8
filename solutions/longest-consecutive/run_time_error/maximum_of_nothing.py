"""Crashes: the maximum of an empty list is a ValueError."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        present = set(nums)
        lengths = []
        for x in present:
            if x - 1 not in present:
                end = x
                while end in present:
                    end += 1
                lengths.append(end - x)
        return max(lengths)
