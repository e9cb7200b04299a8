# counts: 5..
# tries: to answer in both branches of a condition
# stopped by: unreached
def largest(nums):
    if nums[0] > 0:
        return max(nums)
    else:
        return max(nums)
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best
