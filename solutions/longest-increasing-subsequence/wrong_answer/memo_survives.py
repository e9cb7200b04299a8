"""Wrong: the memo belongs to the class, so the next array meets the answers of the first."""


class Solution:
    memo = {}

    def lengthOfLIS(self, nums: List[int]) -> int:
        def longest(i):
            if i not in self.memo:
                rest = [longest(j) for j in range(i + 1, len(nums)) if nums[j] > nums[i]]
                self.memo[i] = 1 + max(rest, default=0)
            return self.memo[i]

        return max(longest(i) for i in range(len(nums)))
