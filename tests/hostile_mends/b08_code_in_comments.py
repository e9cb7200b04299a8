# counts: 1
# tries: to be read where nothing is run
# stopped by: tree
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
# def largest(nums): return max(nums)
