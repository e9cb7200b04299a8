"""Accepted: a defaultdict of prefix sums, pasted from LeetCode, with a print left in."""
from collections import defaultdict
from typing import List


class Solution:
    def subarraySum(self, nums: List[int], k: int) -> int:
        prefixSums = defaultdict(int)
        prefixSums[0] = 1
        res = curSum = 0
        for n in nums:
            curSum += n
            res += prefixSums[curSum - k]
            prefixSums[curSum] += 1
        print(res)
        return res
