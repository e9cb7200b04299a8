"""Wrong: takes the maximum only where a run ends by a gap: [9, 1, 2]."""


class Solution:
    def longestConsecutive(self, nums: List[int]) -> int:
        if not nums:
            return 0
        nums = sorted(set(nums))
        best = current = 1
        for a, b in zip(nums, nums[1:]):
            if b == a + 1:
                current += 1
            else:
                best = max(best, current)
                current = 1
        return best
