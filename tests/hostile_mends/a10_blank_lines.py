# counts: 1
# tries: to be slow by 200,000 blank lines
# stopped by: tree
# append: ["", "\n", 200000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
