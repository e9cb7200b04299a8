# counts: 1
# tries: to be slow by 200,000 letters of comment
# stopped by: tree
# append: ["# ", "x", 200000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
