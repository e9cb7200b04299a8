# counts: 5..
# tries: to leave the given lines in a function that nothing calls
# stopped by: unreached
def unused(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


def largest(nums):
    return max(nums)
