"""Accepted: a dictionary of last places first, then a second walk that skips the same index."""


class Solution(object):
    def twoSum(self, nums, target):
        """
        :type nums: List[int]
        :type target: int
        :rtype: List[int]
        """
        d = dict()
        for index, value in enumerate(nums):
            d[value] = index
        for index, value in enumerate(nums):
            if target - value in d and d[target - value] != index:
                return index, d[target - value]
