"""Wrong: counts in a table indexed by the number; -1 lands at its end: [-1], 1 gives [10000]."""


class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        table = [0] * 10_001
        for num in nums:
            table[num] += 1
        return sorted(range(10_001), key=lambda num: -table[num])[:k]
