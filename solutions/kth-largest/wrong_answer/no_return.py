"""Wrong: the answer is computed and not returned: [1], 1 gives None."""


class Solution:
    def findKthLargest(self, nums, k):
        nums.sort()
        nums[-k]
