"""Wrong: greedy from every number in turn: [1, 4, 2, 3] gives 2."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        best = 0
        for i in range(len(nums)):
            last, count = nums[i], 1
            for num in nums[i + 1:]:
                if num > last:
                    last, count = num, count + 1
            best = max(best, count)
        return best
