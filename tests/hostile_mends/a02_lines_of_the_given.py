# counts: none
# tries: to make the comparison quadratic by lines that occur in the given program
# stopped by: size
# append: ["", "    best = nums[0]\n", 12000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

def other(nums):
