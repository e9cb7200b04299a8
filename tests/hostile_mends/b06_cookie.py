# counts: 1
# tries: to have the text read in another encoding than it is run in
# stopped by: tree
# -*- coding: utf-7 -*-
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
