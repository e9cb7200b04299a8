# counts: 6..
# tries: to bind the name inside of an expression
# stopped by: hidden
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


(largest := max)
