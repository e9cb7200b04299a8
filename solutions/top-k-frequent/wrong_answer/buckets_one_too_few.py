"""Wrong: the walk over the buckets leaves out the last one, a number that fills the list: [1], 1 gives []."""


class Solution:
    def topKFrequent(self, nums, k):
        count = Counter(nums)
        buckets = [[] for _ in range(len(nums) + 1)]
        for num, times in count.items():
            buckets[times].append(num)
        res = []
        for times in range(len(nums) - 1, 0, -1):
            res.extend(buckets[times])
            if len(res) >= k:
                break
        return res[:k]
