# counts: 2
# tries: to use the marks by which names are compared
# stopped by: marks
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    ﬁ0, ﬁ1 = best, nums
    return best
