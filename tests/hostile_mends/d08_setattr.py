# counts: none
# tries: to set the name as an attribute
# stopped by: behind
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


import sys

setattr(sys.modules[largest.__module__], "largest", lambda nums: max(nums))
