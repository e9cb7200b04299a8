# counts: 6..
# tries: to bind the name by a loop
# stopped by: hidden
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums) - 1):
        if nums[place] > best:
            best = nums[place]
    return best


def other(nums):
    return max(nums)


for largest in [other]:
    pass
