# counts: none
# tries: to make a number that is too long to be written
# stopped by: limits
# append: ["", "f", 9000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = 0x