"""Wrong: a counting table indexed by the number itself; -1 lands at the end: [-1], 1 gives 10000."""


class Solution:
    def findKthLargest(self, nums, k):
        count = [0] * 10_001
        for num in nums:
            count[num] += 1
        for value in range(10_000, -1, -1):
            k -= count[value]
            if k <= 0:
                return value
