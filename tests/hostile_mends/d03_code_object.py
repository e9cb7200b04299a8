# counts: none
# tries: to give the function another code
# stopped by: behind
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


largest.__code__ = (lambda nums: max(nums)).__code__
