# counts: 2
# tries: to put many statements into one line
# stopped by: tree
def largest(nums):
    best = nums[0]; spare = best
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
