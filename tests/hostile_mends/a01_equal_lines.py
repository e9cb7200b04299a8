# counts: none
# tries: to make the comparison quadratic by 60,000 equal lines
# stopped by: size
# verdict: AC|MLE|TLE
# append: ["", "x = 1\n", 40000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best
