"""Wrong: a set of small numbers looks sorted, and is not for all."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        nums = list(set(nums))
        best = current = min(1, len(nums))
        for a, b in zip(nums, nums[1:]):
            current = current + 1 if b == a + 1 else 1
            best = max(best, current)
        return best
