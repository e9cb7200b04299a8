# counts: 1901
# tries: to be compared in full, with as many lines as are read
# stopped by: times
# append: ["", "x = 1\n", 1894]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = 1
