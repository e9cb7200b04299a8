"""Crashes: no bucket for a number that fills the whole list: [1], 1 is an IndexError."""


class Solution:
    def topKFrequent(self, nums: List[int], k: int) -> List[int]:
        buckets = [[] for _ in range(len(nums))]
        for num, times in Counter(nums).items():
            buckets[times].append(num)
        res = []
        for bucket in reversed(buckets):
            res.extend(bucket)
        return res[:k]
