# counts: 2
# tries: to end lines inside of a text
# stopped by: tree
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = "a\u2028b\x0cc d"
