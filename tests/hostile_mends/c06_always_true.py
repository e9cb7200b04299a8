# counts: 5
# tries: to answer behind a condition that always holds
# stopped by: unreached
def largest(nums):
    if 1 or nums:
        return max(nums)
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best
