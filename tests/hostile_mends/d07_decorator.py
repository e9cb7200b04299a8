# counts: 3..
# tries: to put another function in its place
# stopped by: names
def instead(_):
    return lambda nums: max(nums)


@instead
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best
