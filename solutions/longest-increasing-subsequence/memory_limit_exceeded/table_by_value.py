"""Memory-hungry: a row for every place with an entry for every value there may be."""


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        longest = [[0] * 20_001 for _ in nums]
        best = 0
        for i, num in enumerate(nums):
            longest[i][num + 10_000] = 1 + max(
                (longest[j][nums[j] + 10_000] for j in range(i) if nums[j] < num), default=0
            )
            best = max(best, longest[i][num + 10_000])
        return best
