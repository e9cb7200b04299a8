# counts: 6..
# tries: to leave the given one and answer by a method
# stopped by: hidden
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


class Solution:
    def largest(self, nums):
        return max(nums)
