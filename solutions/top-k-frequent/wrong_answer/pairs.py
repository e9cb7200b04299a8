"""Wrong: returns pairs of number and count: [1], 1 gives [(1,1)]."""


class Solution:
    def topKFrequent(self, nums, k):
        return Counter(nums).most_common(k)
