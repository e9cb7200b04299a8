"""Accepted: all sums first, then a Counter that is filled behind the walk."""


class Solution(object):
    def subarraySum(self, nums, k):
        """
        :type nums: List[int]
        :type k: int
        :rtype: int
        """
        sums = [0]
        for num in nums:
            sums.append(sums[-1] + num)
        before, ans = Counter(), 0
        for s in sums:
            ans += before[s - k]
            before[s] += 1
        return ans
