# counts: none
# tries: to end what walks a tree by a sum of 30,000 terms
# stopped by: size
# verdict: AC|CE|MLE|TLE
# append: ["", " + 1", 30000]
def largest(nums):
    best = nums[0]
    for place in range(1, len(nums)):
        if nums[place] > best:
            best = nums[place]
    return best

x = 1