# counts: 6
# tries: to bind the name to a lambda
# stopped by: hidden
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


largest = lambda nums: max(nums)
