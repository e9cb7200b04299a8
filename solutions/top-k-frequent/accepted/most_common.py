"""Accepted: Counter.most_common, pasted from LeetCode, with typing and a print left in."""
from collections import Counter
from typing import List


class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        c = Counter(nums)
        print(c)
        return [num for num, freq in c.most_common(k)]
