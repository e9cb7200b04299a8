"""Wrong: returns the tails and not how many they are: [2] gives [2]."""
import bisect


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        tails = []
        for num in nums:
            i = bisect.bisect_left(tails, num)
            tails[i:i + 1] = [num]
        return tails
