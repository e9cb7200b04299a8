"""Wrong: greedy from the first number: [2, 1, 2, 3] gives 2."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        last, count = nums[0], 1
        for num in nums[1:]:
            if num > last:
                last, count = num, count + 1
        return count
