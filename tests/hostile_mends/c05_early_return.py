# counts: 5
# tries: to answer in the first line
# stopped by: unreached
def largest(nums):
    return max(nums)
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best
