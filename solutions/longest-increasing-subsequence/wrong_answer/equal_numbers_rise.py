"""Wrong: bisect_right lets equal numbers follow: [2, 2, 2] gives 3."""
import bisect


class Solution:
    def lengthOfLIS(self, nums: List[int]) -> int:
        tails = []
        for num in nums:
            i = bisect.bisect_right(tails, num)
            if i == len(tails):
                tails.append(num)
            else:
                tails[i] = num
        return len(tails)
