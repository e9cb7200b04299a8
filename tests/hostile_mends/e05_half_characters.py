# counts: 2
# tries: to break the encoding of the request
# stopped by: process
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = "\ud800\udfff\x00"
