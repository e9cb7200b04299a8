# counts: none
# tries: to bind the name through the dict of globals
# stopped by: behind
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


globals()["largest"] = lambda nums: max(nums)
