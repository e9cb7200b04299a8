import random

class Solution:
    def findKthLargest(self, nums, k):
        pivot = random.choice(nums)
        bigger = [x for x in nums if x > pivot]
        equal = nums.count(pivot)
        if k <= len(bigger):
            return self.findKthLargest(bigger, k)
        if k <= len(bigger) + equal:
            return pivot
        return self.findKthLargest([x for x in nums if x < pivot], k - len(bigger) - equal)
